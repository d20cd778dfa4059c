import type { Finding } from '../shared/finding.ts';
import { HufuError, type HufuErrorDetail } from '../shared/hufu-error.ts';
import type { JsonNode } from '../shared/json/json-node.ts';
import { writeJson } from '../shared/json/write-json.ts';
import { clauseInLanguage, inLanguage } from './language.ts';
import { UsageError } from './usage-error.ts';

/** A JSON value to be written as it was read, numbers and order kept. */
export class RawJson {
  readonly node: JsonNode;

  constructor(node: JsonNode) {
    this.node = node;
  }
}

/** The one document that `--json` prints on standard output. */
export function printDocument(document: object): void {
  process.stdout.write(`${writeJson(nodeOf(document), 'compact')}\n`);
}

export function printLine(text = ''): void {
  process.stdout.write(`${harmless(text)}\n`);
}

/**
 * What a peer or a file says is shown and not obeyed: control characters, which a terminal would, and those that turn the direction
 * of writing stand there by their numbers. Line breaks and tabs are ours as well.
 */
function harmless(text: string): string {
  return text.replace(
    // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
    /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Progress and messages: never on standard output, which belongs to the result. */
export function say(text: string): void {
  process.stderr.write(`${harmless(text)}\n`);
}

export function findingDocument(finding: Finding): object {
  const { message, ...rest } = finding;
  return { ...rest, message: inLanguage(message) };
}

export function errorDocument({ text, ...detail }: HufuErrorDetail): object {
  return { ...detail, message: inLanguage(text) };
}

/** One line: severity, clause, sentence. */
export function findingLine({ severity, clause, message }: Finding): string {
  const words = {
    error: { zh: '错误', en: 'error' },
    warning: { zh: '警告', en: 'warning' },
    notice: { zh: '提示', en: 'notice' },
  };
  return `[${inLanguage(words[severity])}]${clause ? ` ${clauseInLanguage(clause)}` : ''} ${inLanguage(message)}`;
}

/** Reports a failure and sets the exit code: 2 for wrong use, 1 for all others. A defect of ours keeps its stack. */
export function fail(error: unknown, { json }: { readonly json: boolean }): void {
  process.exitCode = error instanceof UsageError ? 2 : 1;
  if (!(error instanceof HufuError)) {
    say(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return;
  }
  const { text, field, clause, code } = error.detail;
  const place = [field, clause && clauseInLanguage(clause)].filter(Boolean).join(' · ');
  say(`${inLanguage(text)}${place === '' ? '' : ` (${place})`}`);
  if (json) printDocument({ error: { ...errorDocument(error.detail), code } });
}

function nodeOf(value: unknown): JsonNode {
  if (value instanceof RawJson) return value.node;
  if (typeof value === 'string') return { type: 'string', value };
  if (typeof value === 'number') return { type: 'number', text: JSON.stringify(value) };
  if (typeof value === 'boolean' || value === null) return { type: 'literal', value };
  if (Array.isArray(value)) return { type: 'array', items: value.map(nodeOf) };
  if (typeof value !== 'object') throw new TypeError(`No JSON for ${typeof value}`);
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return { type: 'object', members: members.map(([name, member]) => ({ name, value: nodeOf(member) })) };
}
