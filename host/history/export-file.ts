import { z } from 'zod';
import { HufuError, type HufuErrorDetail } from '../../shared/hufu-error.ts';
import { markHistorySchema, type ExportHistory, type HistoryEntry } from '../../shared/model/history.ts';
import { historyDocumentSchema } from './document-schema.ts';
import type { HistoryDocument } from './history-document.ts';
import { documentOf } from './history-record.ts';
import { packDocument } from './pack-document.ts';

/** What a user added to a call. */
export type Marks = Pick<HistoryEntry, 'pinned' | 'note' | 'tags'>;

export interface ExportedCall {
  readonly document: HistoryDocument;
  readonly marks: Marks;
}

const kind = 'hufu-history';
const newestFormat = 1;

const headSchema = z.object({ kind: z.literal(kind), format: z.number() });
const lineSchema = z.object({
  marks: z.object({
    pinned: z.boolean(),
    note: markHistorySchema.shape.note.unwrap(),
    tags: markHistorySchema.shape.tags.unwrap(),
  }),
  document: z.string(),
});

/** JSON Lines: what the file is, then one call a line with all its bodies. */
export function writeExport(
  calls: readonly { readonly entry: HistoryEntry; readonly document: HistoryDocument }[],
  { form }: Pick<ExportHistory, 'form'>,
): string {
  const head = JSON.stringify({ kind, format: newestFormat, form });
  const lines = calls.map(({ entry: { pinned, note, tags }, document }) => {
    const { text } = packDocument(document, { digest: () => '', limit: Number.POSITIVE_INFINITY });
    // A note is somebody's own words, and nothing says whom they are about.
    const marks = form === 'masked' ? { pinned, note: '', tags: [] } : { pinned, note, tags };
    return JSON.stringify({ marks, document: text });
  });
  return `${[head, ...lines].join('\n')}\n`;
}

/**
 * Calls of such a file, and for each line that is none why. Throws `history.notExport`, `history.newerFormat`.
 */
export function readExport(text: string): {
  readonly calls: readonly ExportedCall[];
  readonly problems: readonly HufuErrorDetail[];
} {
  const [first = '', ...lines] = text.split('\n');
  const head = headSchema.safeParse(parsed(first));
  if (!head.success) throw notExport();
  if (head.data.format > newestFormat) throw newerFormat(head.data.format);
  const calls: ExportedCall[] = [];
  const problems: HufuErrorDetail[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const call = readLine(line);
    if (call) calls.push(call);
    else problems.push(notCall(index + 2));
  }
  return { calls, problems };
}

function readLine(line: string): ExportedCall | undefined {
  const read = lineSchema.safeParse(parsed(line));
  if (!read.success) return undefined;
  try {
    const document = documentOf({ document: read.data.document, bodies: [] });
    const checked = historyDocumentSchema.safeParse(document);
    if (!checked.success) return undefined;
    // As it was read: what is checked lacks what makes JSON values readable.
    return { document, marks: read.data.marks };
  } catch {
    return undefined;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function notExport(): HufuError {
  return new HufuError({
    code: 'history.notExport',
    text: {
      zh: '这不是 Hufu 导出的历史文件（第一行应说明 kind 为 hufu-history）；没有导入任何内容。',
      en: 'This is no history exported by Hufu (its first line must say kind hufu-history); nothing was imported.',
    },
  });
}

function newerFormat(format: number): HufuError {
  return new HufuError({
    code: 'history.newerFormat',
    text: {
      zh: `文件的格式版本是 ${format}，本程序只认识到 ${newestFormat}；请使用更新版本的 Hufu，没有导入任何内容。`,
      en: `The file has format ${format} and this program knows formats up to ${newestFormat}; use a newer Hufu. Nothing was imported.`,
    },
  });
}

function notCall(line: number): HufuErrorDetail {
  return {
    code: 'history.notCall',
    position: { line, column: 1 },
    text: {
      zh: `第 ${line} 行不是完整的调用记录，或属于本程序没有的平台，没有导入。`,
      en: `Line ${line} is no whole call, or one of a platform this program does not have; it was not imported.`,
    },
  };
}
