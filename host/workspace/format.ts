import type { Document } from 'yaml';
import { z } from 'zod';
import type { Bilingual } from '../../shared/bilingual.ts';
import { HufuError, type HufuErrorDetail } from '../../shared/hufu-error.ts';
import { plainMember, type PlainValue } from '../yaml/plain-value.ts';
import { readYaml, type ReadYaml } from '../yaml/read-yaml.ts';
import type { Disk } from '../store/disk.ts';
import { brokenFile, newerFormat } from './workspace-refusals.ts';

export const newestFormat = 1;

/**
 * What leads a document of one format to the next, by the format it starts from. There has been one format so far; a
 * converted document is written only when something else in it is saved.
 */
export type Converters = Readonly<Record<number, (document: Document) => void>>;
const converters: Converters = {};

export interface FileOptions {
  readonly disk: Disk;
  /** Largest file that is read, in bytes. */
  readonly limit?: number;
  readonly converters?: Converters;
  readonly newest?: number;
}

/**
 * A file of the workspace, converted to the newest format. `shown` is its path as sentences name it. Throws
 * `request.broken` with line and column, `workspace.newerFormat`.
 */
export function readFile(path: string, { shown, ...options }: FileOptions & { readonly shown: string }): ReadYaml {
  const { disk, limit, converters: known = converters, newest = newestFormat } = options;
  const read = readYaml(path, { disk, ...(limit !== undefined && { limit }) });
  if ('reason' in read) throw new HufuError(brokenFile(shown, read));
  const format = formatOf(read.document, shown);
  if (format > newest) throw new HufuError(newerFormat(shown, { found: format, known: newest }));
  for (let step = format; step < newest; step += 1) known[step]?.(read.document);
  return read;
}

function formatOf(document: Document, shown: string): number {
  const text = memberOf(document, { name: 'format', shown });
  const format = Number(text);
  if (typeof text === 'string' && Number.isInteger(format) && format >= 1) return format;
  const reason = { zh: 'format 应为正整数', en: 'format must be a positive whole number' };
  throw new HufuError(brokenFile(shown, { reason }));
}

function memberOf(document: Document, { name, shown }: { name: string; shown: string }): PlainValue | undefined {
  try {
    return plainMember(document, name);
  } catch (error) {
    if (!(error instanceof HufuError)) throw error;
    throw new HufuError(brokenFile(shown, { reason: error.detail.text }));
  }
}

/** The members of a document that a schema names, checked. Throws `request.broken` that names the member. */
export function readMembers<Schema extends z.ZodObject>(
  document: Document,
  { schema, shown }: { readonly schema: Schema; readonly shown: string },
): z.infer<Schema> {
  const members = Object.fromEntries(
    Object.keys(schema.shape).flatMap((name) => {
      const value = memberOf(document, { name, shown });
      // A name with nothing behind it says as much as no name.
      return value === undefined || value === null ? [] : [[name, value]];
    }),
  );
  const checked = schema.safeParse(members);
  if (checked.success) return checked.data;
  throw new HufuError(misshapen(shown, checked.error));
}

function misshapen(shown: string, error: z.ZodError): HufuErrorDetail {
  const [issue] = error.issues;
  const place = issue?.path.join('.') ?? '';
  const reason = { zh: `${place}：${issue?.message}`, en: `${place}: ${issue?.message}` };
  return { ...brokenFile(shown, { reason }), field: place };
}

/** One text for both languages, or one for each. */
export const wordsSchema = z.union([z.string(), z.object({ zh: z.string(), en: z.string() })]);
export type Words = z.infer<typeof wordsSchema>;

export function bilingualOf(words: Words): Bilingual {
  return typeof words === 'string' ? { zh: words, en: words } : { zh: words.zh, en: words.en };
}

export function wordsOf({ zh, en }: Bilingual): Words {
  return zh === en ? zh : { zh, en };
}

/** `true`, `false` as YAML writes them. */
export const flagSchema = z.enum(['true', 'false']).transform((text) => text === 'true');
