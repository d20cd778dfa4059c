import { lstatSync, readFileSync } from 'node:fs';
import { LineCounter, parseDocument, Parser } from 'yaml';
import type { CST, Document } from 'yaml';
import type { HufuErrorDetail } from '../../shared/hufu-error.ts';

/** Why a file is not read: its place, where the text itself is wrong. */
export interface Unreadable {
  readonly reason: { readonly zh: string; readonly en: string };
  readonly position?: NonNullable<HufuErrorDetail['position']>;
}

const largestFile = 256 * 1024;
const deepestNesting = 32;

/**
 * A YAML file that came with a workspace, from whomever: of a regular file only (a link or a pipe could be anything),
 * of a size and nesting that a person writes (the library's composer is recursive and deep nesting ends the process).
 */
export function readYaml(path: string): Document.Parsed | Unreadable {
  try {
    const file = lstatSync(path);
    if (!file.isFile()) return because('不是普通文件', 'it is no regular file');
    if (file.size > largestFile) {
      return because(
        `有 ${file.size} 字节，最多 ${largestFile}`,
        `it has ${file.size} bytes of at most ${largestFile}`,
      );
    }
    const text = readFileSync(path, 'utf8');
    if (isDeep(text)) return because(`嵌套超过 ${deepestNesting} 层`, `it is nested more than ${deepestNesting} deep`);
    const lines = new LineCounter();
    const document = parseDocument(text, { lineCounter: lines });
    const [broken] = document.errors;
    if (!broken) return document;
    const { line, col } = lines.linePos(broken.pos[0]);
    return { ...because(firstLine(broken.message), firstLine(broken.message)), position: { line, column: col } };
  } catch (error) {
    const reason = error instanceof Error ? firstLine(error.message) : String(error);
    return because(reason, reason);
  }
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
