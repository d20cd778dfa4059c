import { escapePattern } from '../escape-pattern.ts';
import { bytesFromUtf8, utf8FromBytes } from '../crypto/encodings/utf8.ts';
import { jsonString, type JsonNode } from '../json/json-node.ts';
import { parseJson } from '../json/json-text.ts';
import { writeJson } from '../json/write-json.ts';
import type { Profile } from '../profile/profile.ts';
import type { PipelineInputs } from './step-kind.ts';
import type { Part, Value } from './value.ts';

export interface SecretText {
  /** Of the key slot or the session's value. */
  readonly name: string;
  readonly text: string;
}

/** Secrets that messages of a platform carry in clear, and what stands for each in a trace: `‹access_token›`. */
export function secretTexts(
  profile: Profile,
  { keys, fields }: Pick<PipelineInputs, 'keys' | 'fields'>,
): readonly SecretText[] {
  const slots = profile.header.flatMap(({ rule }) => (rule.rule === 'secret' ? [rule.slot] : []));
  const named = [...slots.map((slot) => [slot, keys[slot] ?? ''] as const), ...Object.entries(fields.session ?? {})];
  // A token that was entered by hand is one all the same.
  const byHand = profile.header.flatMap(({ name, rule }) =>
    rule.rule === 'session'
      ? [[rule.value, withoutPrefix(fields.locked[name] ?? '', rule.prefix)] as const]
      : rule.rule === 'secret'
        ? [[rule.slot, fields.locked[name] ?? ''] as const]
        : [],
  );
  return [...named, ...byHand]
    .filter(([name, text]) => text !== '' && !profile.session?.openValues?.includes(name))
    .map(([name, text]) => ({ name, text }));
}

function withoutPrefix(text: string, prefix = ''): string {
  return text.startsWith(prefix) ? text.slice(prefix.length) : text;
}

/** What stands where a secret stood. */
export function placeholder(name: string): string {
  return `‹${name}›`;
}

/** Takes secrets out of what a trace records. */
export interface SecretHider {
  readonly text: (text: string) => string;
  readonly value: (value: Value) => Value;
}

export function hiderOf(secrets: readonly SecretText[]): SecretHider {
  if (secrets.length === 0) return { text: (text) => text, value: (value) => value };
  const text = textHider(secrets);
  return { text, value: (value) => changeValue(value, text) };
}

/**
 * As they stand there, whoever wrote them: plain, in a form or an address, in JSON and in JSON within JSON, with every escape that
 * writers of JSON take (`\/` of PHP, `\u003d` of Gson). A short one is hidden where it is the whole of a value: inside of other
 * words it would be found everywhere.
 */
export function textHider(secrets: readonly SecretText[]): (text: string) => string {
  const hiders = secrets
    // The longest first: a secret inside another one must not break it up.
    .toSorted((one, other) => other.text.length - one.text.length)
    .map(oneHider);
  return (text) => hiders.reduce((rest, hide) => hide(rest), text);
}

/** Shorter ones are words that stand for themselves elsewhere. */
const shortestAnywhere = 6;

function oneHider({ name, text: secret }: SecretText): (text: string) => string {
  const shown = placeholder(name);
  const spelled = Array.from(secret, spellings).join('');
  // A number or `true` as JSON has it: its name is a string.
  const isBare = /^(?:-?\d[\d.eE+-]*|true|false)$/.test(secret);
  const bare = isBare && new RegExp(`(?<=(?<!\\\\)"\\s*:\\s*)${escapePattern(secret)}(?=\\s*[,}])`, 'g');
  const bounds =
    secret.length < shortestAnywhere ? ['(?<![^"=])', '(?![^"&\\\\])'] : isBare ? ['(?<![\\w.])', '(?![\\w.])'] : [];
  const anywhere = new RegExp(`${bounds[0] ?? ''}${spelled}${bounds[1] ?? ''}`, 'gu');
  return (text) => {
    // Most texts have nothing of it, and no escapes that it could be behind.
    if (!text.includes(secret) && !/[\\%]/.test(text)) return text;
    const named = bare ? text.replace(bare, () => `"${shown}"`) : text;
    return named.replace(anywhere, () => shown);
  };
}

/** Ways to write a character: as it is, behind a backslash, by its number in JSON (within JSON), by its bytes in an address. */
function spellings(character: string): string {
  const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index));
  const inJson = units.map((unit) => `\\\\+u${anyCase(unit.toString(16).padStart(4, '0'))}`).join('');
  const bytes = [...bytesFromUtf8(character.toWellFormed())];
  const inAddress = bytes.map((byte) => `%${anyCase(byte.toString(16).padStart(2, '0'))}`).join('');
  const short = shortEscapes.get(character);
  // The longest first: `%` begins `%25`.
  return `(?:${[
    inAddress,
    inJson,
    ...(short === undefined ? [] : [`\\\\+${short}`]),
    ...(character === ' ' ? ['\\+'] : []),
    escapePattern(character),
  ].join('|')})`;
}

const shortEscapes: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['\\', '\\\\'],
  ['/', '\\/'],
  ['\b', 'b'],
  ['\f', 'f'],
  ['\n', 'n'],
  ['\r', 'r'],
  ['\t', 't'],
]);

function anyCase(hex: string): string {
  return hex.replace(/[a-f]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
}

/**
 * Bytes are hidden like text, of whatever encoding they are: the secrets of platforms are ASCII. Those that are no UTF-8 are taken
 * one by one, so that all others stay.
 */
export function hideBytes(bytes: Uint8Array, hide: (text: string) => string): Uint8Array {
  const { text, write } = readableBytes(bytes);
  const hidden = hide(text);
  return hidden === text ? bytes : write(hidden);
}

function readableBytes(bytes: Uint8Array): { readonly text: string; readonly write: (text: string) => Uint8Array } {
  try {
    return { text: utf8FromBytes(bytes), write: bytesFromUtf8 };
  } catch {
    return { text: singleCharacters(bytes), write: writeSingle };
  }
}

/** As many as one call takes; a file of 50 MB must not become as many strings. */
const chunkSize = 8192;

/** Each byte a character of the same number. */
function singleCharacters(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let start = 0; start < bytes.length; start += chunkSize) {
    pieces.push(String.fromCharCode(...bytes.subarray(start, start + chunkSize)));
  }
  return pieces.join('');
}

/** What came from a byte is one again; the signs around a name are UTF-8. */
function writeSingle(text: string): Uint8Array {
  // A name has three bytes at most for each of its characters.
  const bytes = new Uint8Array(text.length * 3);
  let size = 0;
  for (const character of text) {
    const code = character.charCodeAt(0);
    const written = code < 256 ? [code] : bytesFromUtf8(character);
    bytes.set(written, size);
    size += written.length;
  }
  return bytes.slice(0, size);
}

/** A value with its texts changed, its numbers too where they become texts. */
export function changeValue(value: Value, change: (text: string) => string): Value {
  const changeContent = (content: Part['content']): Part['content'] =>
    typeof content === 'string' ? change(content) : hideBytes(content, change);
  switch (value.type) {
    case 'text':
      return { type: 'text', text: change(value.text) };
    case 'json': {
      const text = change(value.text);
      return text === value.text
        ? value
        : { type: 'json', text, root: () => readOr(text, () => changeNode(value.root(), change)) };
    }
    case 'bytes':
      return { type: 'bytes', bytes: hideBytes(value.bytes, change) };
    case 'parts':
      return {
        type: 'parts',
        parts: value.parts.map(({ name, content }) => ({ name, content: changeContent(content) })),
      };
    case 'fields':
      return {
        type: 'fields',
        fields: value.fields.map(({ name, value: node }) => ({ name, value: changeNode(node, change) })),
      };
  }
}

function readOr(text: string, otherwise: () => JsonNode): JsonNode {
  try {
    return parseJson(text).root;
  } catch {
    return otherwise();
  }
}

function changeNode(node: JsonNode, change: (text: string) => string): JsonNode {
  switch (node.type) {
    case 'object':
      return {
        type: 'object',
        members: node.members.map(({ name, value }) => ({ name: change(name), value: changeNode(value, change) })),
      };
    case 'array':
      return { type: 'array', items: node.items.map((item) => changeNode(item, change)) };
    case 'string':
      return jsonString(change(node.value));
    default: {
      const text = writeJson(node, 'compact');
      const changed = change(text);
      return changed === text ? node : jsonString(changed);
    }
  }
}
