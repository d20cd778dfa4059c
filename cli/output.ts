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
  process.stdout.write(`${text}\n`);
}

/** Progress and messages: never on standard output, which belongs to the result. */
export function say(text: string): void {
  process.stderr.write(`${text}\n`);
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
