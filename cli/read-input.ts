import { readFileSync } from 'node:fs';
import { utf8FromBytes } from '../shared/crypto/encodings/utf8.ts';
import { HufuError } from '../shared/hufu-error.ts';
import { memberOf, scalarText } from '../shared/json/json-node.ts';
import { parseJson } from '../shared/json/json-text.ts';
import { usage, UsageError } from './usage-error.ts';

/** Text of a file, or of standard input for `-`; without a leading byte order mark, which editors add unasked. */
export function readText(path: string, option: string): string {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path === '-' ? 0 : path);
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw usage('input.unreadable', option, [`读不到 ${path}（${reason}）。`, `Cannot read ${path} (${reason}).`]);
  }
  try {
    return utf8FromBytes(bytes).replace(/^\uFEFF/, '');
  } catch (error) {
    if (error instanceof HufuError) throw new UsageError({ ...error.detail, field: option });
    throw error;
  }
}

/** A JSON object of names to texts, numbers or truth values, as texts. */
export function readTextMap(path: string, option: string): Readonly<Record<string, string>> {
  const text = readText(path, option);
  try {
    const { root } = parseJson(text);
    if (root.type === 'object') {
      return Object.fromEntries(root.members.map(({ name }) => [name, scalarText(memberOf(root, name)) ?? '']));
    }
  } catch (error) {
    if (error instanceof HufuError) throw new UsageError({ ...error.detail, field: option });
    throw error;
  }
  throw usage('input.notObject', option, [
    `${path} 应为一个 JSON 对象（名称到值）。`,
    `${path} must be a JSON object of names to values.`,
  ]);
}
