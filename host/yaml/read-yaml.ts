import { isNode, isScalar, LineCounter, parseDocument, Parser, visit } from 'yaml';
import type { CST, Document } from 'yaml';
import type { HufuErrorDetail } from '../../shared/hufu-error.ts';
import type { Bilingual } from '../../shared/bilingual.ts';
import { type Disk, systemDisk } from '../store/disk.ts';
import { yamlWords } from './yaml-words.ts';

/** Why a file is not read: its place, where the text itself is wrong. */
export interface Unreadable {
  readonly reason: Bilingual;
  readonly position?: NonNullable<HufuErrorDetail['position']>;
  /** What stands in the file, where that could be read. */
  readonly bytes?: Uint8Array;
}

export interface ReadYaml {
  readonly document: Document.Parsed;
  readonly bytes: Uint8Array;
}

const deepestNesting = 32;
/** 256 KB: more than a person writes about an environment, certificates included. */
export const usualLimit = 256 * 1024;

/**
 * A YAML file that came with a workspace, from whomever: of a regular file only (a link or a pipe could be anything),
 * of a size and nesting that a person writes (the library's composer is recursive and deep nesting ends the process).
 */
export function readYaml(
  path: string,
  { disk = systemDisk, limit = usualLimit }: { readonly disk?: Disk; readonly limit?: number } = {},
): ReadYaml | Unreadable {
  try {
    const file = disk.status(path);
    if (!file) return because('文件不在了', 'it is not there');
    if (file.kind !== 'file') return because('不是普通文件', 'it is no regular file');
    if (file.size > limit)
      return because(`有 ${file.size} 字节，最多 ${limit}`, `it has ${file.size} bytes of at most ${limit}`);
    const bytes = disk.read(path);
    const document = parseYaml(bytes);
    return 'reason' in document ? { ...document, bytes } : { document, bytes };
  } catch (error) {
    const reason = error instanceof Error ? firstLine(error.message) : String(error);
    return because(reason, reason);
  }
}

/** Every scalar as the text that stands there: `0012` is four characters, and is written so again. */
export function parseYaml(bytes: Uint8Array): Document.Parsed | Unreadable {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return because('不是 UTF-8 文本', 'it is no UTF-8 text');
  }
  if (isDeep(text)) return because(`嵌套超过 ${deepestNesting} 层`, `it is nested more than ${deepestNesting} deep`);
  const lines = new LineCounter();
  // The library compares every name with every other: 20,000 of them take seconds.
  const document = parseDocument(text, { lineCounter: lines, schema: 'failsafe', uniqueKeys: false });
  const broken = brokenAt(document);
  if (!broken) return document;
  const { line, col } = lines.linePos(broken.offset);
  return { reason: broken.reason, position: { line, column: col } };
}

function brokenAt(document: Document.Parsed): { readonly offset: number; readonly reason: Bilingual } | undefined {
  const [broken] = document.errors;
  if (broken) return { offset: broken.pos[0], reason: yamlWords(broken) };
  let twice: number | undefined;
  visit(document, {
    Map(_, { items }) {
      const names = new Set<unknown>();
      for (const { key } of items) {
        const name = isScalar(key) ? key.value : key;
        if (names.has(name)) twice = (isNode(key) ? key.range?.[0] : undefined) ?? 0;
        if (twice !== undefined) return visit.BREAK;
        names.add(name);
      }
      return undefined;
    },
  });
  return twice === undefined ? undefined : { offset: twice, reason: yamlWords({ code: 'DUPLICATE_KEY', message: '' }) };
}

/** By the library's own tokens, which it makes without recursion. */
function isDeep(text: string): boolean {
  const left: { readonly token: CST.Token; readonly depth: number }[] = [];
  for (const token of new Parser().parse(text)) left.push({ token, depth: 0 });
  for (let next = left.pop(); next; next = left.pop()) {
    const { token, depth } = next;
    if (depth > deepestNesting) return true;
    for (const child of childrenOf(token)) left.push({ token: child, depth: depth + 1 });
  }
  return false;
}

function childrenOf(token: CST.Token): readonly CST.Token[] {
  if (token.type === 'document') return token.value ? [token.value] : [];
  if (!('items' in token)) return [];
  return token.items.flatMap(({ key, value }) => [key, value].filter((child) => child !== undefined && child !== null));
}

function because(zh: string, en: string): Unreadable {
  return { reason: { zh, en } };
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0]?.replace(/:$/, '') ?? text;
}
