import { z } from 'zod';
import { bodyCodeFindings } from '../../codes/body-code-findings.ts';
import type { Finding } from '../../finding.ts';
import { HufuError } from '../../hufu-error.ts';
import { compactJson, parseJson, type DuplicateFinding } from '../../json/json-text.ts';
import type { JsonNode } from '../../json/json-node.ts';
import { writeJson } from '../../json/write-json.ts';
import { bodySchemaFindings } from '../../profile/body-schema-findings.ts';
import { interfaceFact } from '../../profile/condition.ts';
import type { Profile } from '../../profile/profile.ts';
import { slotName, textEncoding } from '../option-schemas.ts';
import { stepKind } from '../step-kind.ts';
import { isNothing, isWholeBlocks, membersFor, noData, selection, selectParts, statusIn } from './body-parts.ts';
import type { JsonValue, Part } from '../value.ts';

const readOptions = z.strictObject({ from: slotName, to: slotName });

/** Reads a JSON object from text, in clear as composed or as decrypted, without loss. */
export const jsonRead = stepKind({
  kind: 'json.read',
  options: readOptions,
  reads: ({ from }) => [from],
  writes: ({ to }) => [to],
  run: ({ from, to }, { read, profile, conventions }) => {
    const value = read(from, 'text');
    const { compact, duplicates } = compactJson(value.text);
    if (!compact.startsWith('{')) throw notAnObject(compact);
    // Only what is composed here: the other side answers for what it sends, and its text has no place on screen.
    const found =
      from === 'composed' ? composedFindings(value.text, { profile, called: conventions[interfaceFact] }) : [];
    return { outputs: { [to]: jsonValue(compact) }, findings: [...duplicates.map(duplicateFinding), ...found] };
  },
});

function composedFindings(
  text: string,
  { profile, called }: { readonly profile: Profile; readonly called: string | undefined },
): readonly Finding[] {
  const codes = bodyCodeFindings(text, profile.indicators);
  const chosen = profile.interfaces.find(({ id }) => id === called);
  const judged = new Set(codes.flatMap(({ field }) => (field === undefined ? [] : [field])));
  return chosen ? [...codes, ...bodySchemaFindings(text, chosen, judged)] : codes;
}

const writeOptions = z.strictObject({
  from: slotName,
  to: slotName,
  /** `body`: the whole; `data`: the member data alone; `values`: each member's value by itself. */
  select: selection,
  style: z.enum(['compact', 'pretty', 'escaped']),
  /** The counterpart of `body.take`: with another status than `encryptedWhen` the body goes out in clear, to `clearTo`. */
  clearTo: slotName.optional(),
  statusField: z.string().optional(),
  encryptedWhen: z.string().optional(),
});

/** Writes the parts of a body that are to be encrypted. */
export const jsonWrite = stepKind({
  kind: 'json.write',
  options: writeOptions,
  reads: ({ from }) => [from],
  mayRead: ({ statusField }) => (statusField === undefined ? [] : ['header']),
  writes: ({ to, clearTo }) => (clearTo === undefined ? [to] : [to, clearTo]),
  run: ({ from, to, select, style, clearTo, statusField, encryptedWhen }, { read, find }) => {
    const body = read(from, 'json');
    if (clearTo !== undefined && statusField !== undefined) {
      const status = statusIn(find('header', 'fields'), statusField);
      if (status !== encryptedWhen) return { outputs: { [clearTo]: body } };
    }
    const whole = select === 'body' && style === 'compact';
    const parts: Part[] = whole
      ? [{ name: '', content: body.text }]
      : selectParts(body.root(), select).map(({ name, value }) => ({
          name,
          // In `values`, a string is encrypted as its characters and not as JSON.
          content: select === 'values' && value.type === 'string' ? value.value : writeJson(value, style),
        }));
    return { outputs: { [to]: { type: 'parts', parts } } };
  },
});

const placeOptions = z.strictObject({ body: slotName, parts: slotName, to: slotName, select: selection });

/** Puts the encrypted parts where their plaintexts were: the body as it is sent. */
export const bodyPlace = stepKind({
  kind: 'body.place',
  options: placeOptions,
  reads: ({ body, parts }) => [body, parts],
  writes: ({ to }) => [to],
  run: ({ body, parts, to, select }, { read }) => {
    const pieces = read(parts, 'parts').parts.map(({ name, content }) => ({ name, text: String(content) }));
    const [only] = pieces;
    const value: JsonValue =
      select === 'body'
        ? jsonStringValue(only?.text ?? '')
        : nodeValue(replaceMembers(read(body, 'json').root(), pieces));
    return { outputs: { [to]: { value, sensitivity: 'public' } } };
  },
});

const clearOptions = z.strictObject({ from: slotName, to: slotName, style: z.enum(['compact', 'pretty', 'escaped']) });

/** The body as it is sent when nothing is encrypted. */
export const bodyClear = stepKind({
  kind: 'body.clear',
  options: clearOptions,
  reads: ({ from }) => [from],
  writes: ({ to }) => [to],
  run: ({ from, to, style }, { read }) => {
    const body = read(from, 'json');
    // A ciphertext where none is agreed must not pass for a body.
    if (body.root().type !== 'object') throw notAnObject(body.text);
    return { outputs: { [to]: style === 'compact' ? body : { ...body, text: writeJson(body.root(), style) } } };
  },
});

const takeOptions = z.strictObject({
  from: slotName,
  select: selection,
  to: slotName,
  /** Where a body in clear goes, if one is allowed. */
  clearTo: slotName,
  /** A body in clear is allowed when this header field has another value than `encryptedWhen`. */
  statusField: z.string().optional(),
  encryptedWhen: z.string().optional(),
  /** How ciphertexts are written, and their blocks: tells one from a sentence where a body in clear is allowed. */
  encoding: textEncoding.optional(),
  blockBytes: z.number().optional(),
});

/** Takes the ciphertexts out of a received body. */
export const bodyTake = stepKind({
  kind: 'body.take',
  options: takeOptions,
  reads: ({ from }) => [from],
  mayRead: () => ['header'],
  writes: ({ to, clearTo }) => [to, clearTo],
  run: ({ from, select, to, clearTo, statusField, encryptedWhen, encoding, blockBytes }, { read, find }) => {
    const body = read(from, 'json');
    const root = body.root();
    const mayBeClear = statusField !== undefined && statusIn(find('header', 'fields'), statusField) !== encryptedWhen;
    const isSentence = (text: string): boolean =>
      mayBeClear && encoding !== undefined && !isWholeBlocks(text, { encoding, blockBytes });
    const wanted = membersFor(root, select);
    const parts: Part[] = [];
    for (const { name, value } of wanted) {
      if (value.type === 'string' && value.value !== '' && !isSentence(value.value)) {
        parts.push({ name, content: value.value });
      }
    }
    if (parts.length === wanted.length && wanted.length > 0) return { outputs: { [to]: { type: 'parts', parts } } };
    if (mayBeClear) {
      // A failure has often nothing to say, or says it in a sentence where the body would be.
      const value = isNothing(root) ? nodeValue({ type: 'object', members: [] }) : body;
      if (root.type !== 'array') return { outputs: { [clearTo]: { value, sensitivity: 'personal' } } };
    }
    if (select === 'data' && wanted.length === 0) throw noData();
    throw notEncrypted(root, select);
  },
});

const restoreOptions = z.strictObject({ body: slotName, parts: slotName, to: slotName, select: selection });

/** Puts the decrypted parts back: the body in clear. */
export const bodyRestore = stepKind({
  kind: 'body.restore',
  options: restoreOptions,
  reads: ({ body, parts }) => [body, parts],
  writes: ({ to }) => [to],
  run: ({ body, parts, to, select }, { read }) => {
    const pieces = read(parts, 'parts').parts.map(({ name, content }) => ({ name, text: String(content) }));
    if (select === 'values') {
      return { outputs: { [to]: nodeValue(replaceMembers(read(body, 'json').root(), pieces)) } };
    }
    const text = pieces[0]?.text ?? '';
    const { compact, duplicates } = compactJson(text);
    if (select === 'body' && !compact.startsWith('{')) throw notAnObject(compact);
    const findings = duplicates.map(duplicateFinding);
    if (select === 'body') return { outputs: { [to]: { ...jsonValue(compact), text } }, findings };
    const root = read(body, 'json').root();
    const members = root.type === 'object' ? root.members : [];
    // By position: a member that stands twice has two plaintexts.
    let next = 0;
    const restored = members.map((member) => {
      if (member.name !== 'data') return member;
      const piece = pieces[next]?.text ?? '';
      next += 1;
      return { ...member, value: parseJson(piece).root };
    });
    return { outputs: { [to]: nodeValue({ type: 'object', members: restored }) }, findings };
  },
});

function replaceMembers(root: JsonNode, pieces: readonly { readonly name: string; readonly text: string }[]): JsonNode {
  const members = root.type === 'object' ? root.members : [];
  // By position among the replaced ones and not by name: names may repeat.
  let next = 0;
  return {
    type: 'object',
    members: members.map((member) => {
      const piece = pieces[next];
      if (piece?.name !== member.name) return member;
      next += 1;
      return { name: member.name, value: { type: 'string', value: piece.text } };
    }),
  };
}

function jsonValue(text: string): JsonValue {
  let root: JsonNode | undefined;
  return { type: 'json', text, root: () => (root ??= parseJson(text).root) };
}

function jsonStringValue(content: string): JsonValue {
  // A ciphertext never needs escapes, unless it is in lines; looking is cheaper than escaping.
  // oxlint-disable-next-line no-control-regex -- control characters are among what must be escaped
  const text = /["\\\u0000-\u001f]/.test(content) ? JSON.stringify(content) : `"${content}"`;
  return { type: 'json', text, root: () => ({ type: 'string', value: content }) };
}

function nodeValue(node: JsonNode): JsonValue {
  return { type: 'json', text: writeJson(node, 'compact'), root: () => node };
}

export function duplicateFinding({ name, line, column }: DuplicateFinding): Finding {
  return {
    code: 'json.duplicateMember',
    severity: 'warning',
    field: name,
    position: { line, column },
    message: {
      zh: `成员“${name}”在同一个对象中重复出现（第 ${line} 行第 ${column} 列）；多数实现只取最后一个，两边可能读出不同的值。`,
      en: `Member "${name}" appears twice in one object (line ${line}, column ${column}); most readers take the last one, so the two sides may read different values.`,
    },
  };
}

function notAnObject(compact: string): HufuError {
  const first = compact.slice(0, 1);
  const found =
    first === '[' ? ['数组', 'an array'] : first === '"' ? ['字符串', 'a string'] : ['单个值', 'a single value'];
  return new HufuError({
    code: 'body.notObject',
    field: 'body',
    text: {
      zh: `报文体应为 JSON 对象，实际是${found[0]}。`,
      en: `The body must be a JSON object and is ${found[1]}.`,
    },
  });
}

function notEncrypted(root: JsonNode, select: z.infer<typeof selection>): HufuError {
  const where = select === 'body' ? 'body' : select === 'data' ? 'body.data' : 'body.*';
  const empty = isNothing(root) || (select === 'body' && root.type === 'object' && root.members.length === 0);
  return new HufuError({
    code: empty ? 'body.empty' : 'body.notEncrypted',
    field: 'body',
    text: {
      zh: `约定 ${where} 是密文字符串，实际是${empty ? '空的' : '明文'}。`,
      en: `${where} should be a ciphertext string and is ${empty ? 'empty' : 'in clear'}.`,
    },
  });
}
