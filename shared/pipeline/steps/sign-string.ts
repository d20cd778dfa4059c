import { z } from 'zod';
import { textToBytes, type Charset } from '../../crypto/encodings/charset.ts';
import { scalarText } from '../../json/json-node.ts';
import { writeJson } from '../../json/write-json.ts';
import { charset, flag, slotName } from '../option-schemas.ts';
import { stepKind, type StepContext } from '../step-kind.ts';
import type { JsonValue } from '../value.ts';

const options = z.strictObject({
  header: slotName,
  body: slotName,
  to: slotName,
  /** Of the pair that the body is, where it is one: `body` unless it is given (`data`). */
  bodyName: z.string().optional(),
  /** What is signed. Sorted: the body is one more pair. Appended: `&body=` behind. Concatenated: the body itself behind. */
  scope: z.enum(['header', 'headerAndBodySorted', 'headerAndBodyAppended', 'headerAndBodyConcatenated', 'body']),
  order: z.enum(['bytes', 'ignoreCase', 'firstLetterThenTable', 'asSent']),
  /** Names of fields in the order of the standard's table, for `firstLetterThenTable`. */
  tableOrder: z.array(z.string()),
  /** Header members that are one and the same value under several names. */
  sameField: z.array(z.string()),
  /** Which of those names stands in the string. */
  signedAs: z.string(),
  signatureField: z.string(),
  nonceField: z.string(),
  /** Where the nonce travels: in the header it is one of its members already. */
  nonceCarrier: z.string(),
  nonceSigned: flag,
  signature: z.enum(['leftOut', 'included']),
  emptyValues: z.enum(['skip', 'keep']),
  urlEncode: flag,
  charset,
});
type Options = z.infer<typeof options>;

interface Pair {
  readonly name: string;
  readonly value: string;
  /** Stays although it is empty. */
  readonly forced?: true;
}

/** Joins header fields (and body) to the string that is signed: `k=v` with `&`. */
export const signString = stepKind({
  kind: 'sign.string',
  options,
  reads: ({ header, body, scope }) => (scope === 'header' ? [header] : scope === 'body' ? [body] : [header, body]),
  mayRead: () => ['nonce'],
  writes: ({ to }) => [to],
  run: (given, context) => ({
    outputs: { [given.to]: { type: 'text', text: stringToSign(given, context) } },
  }),
});

function stringToSign(given: Options, { read, find }: StepContext): string {
  const bodyText = given.scope === 'header' ? '' : bodyAsSent(read(given.body, 'json'));
  if (given.scope === 'body') return bodyText;

  const { bodyName = 'body' } = given;
  const pairs = headerPairs(given, { read, find });
  if (given.scope === 'headerAndBodySorted') pairs.push({ name: bodyName, value: bodyText });
  const kept = pairs.filter(({ value, forced }) => value !== '' || forced || given.emptyValues === 'keep');
  const joined = sortPairs(kept, given)
    .map(({ name, value }) => `${name}=${encodeValue(value, given)}`)
    .join('&');
  if (given.scope === 'headerAndBodyAppended') return `${joined}&${bodyName}=${encodeValue(bodyText, given)}`;
  return given.scope === 'headerAndBodyConcatenated' ? joined + bodyText : joined;
}

/** The content of the string when the body is encrypted, its exact JSON text when it is not. */
function bodyAsSent(body: JsonValue): string {
  const root = body.root();
  return root.type === 'string' ? root.value : body.text;
}

function headerPairs(given: Options, { read, find }: Pick<StepContext, 'read' | 'find'>): Pair[] {
  const members = read(given.header, 'fields').fields;
  const names = members.map(({ name }) => name);
  const signedMember = names.includes(given.signedAs)
    ? given.signedAs
    : names.find((name) => given.sameField.includes(name));
  const nonceInHeader = given.nonceCarrier === 'header';
  const pairs: Pair[] = [];
  for (const { name, value } of members) {
    if (name === given.signatureField) {
      if (given.signature === 'included') pairs.push({ name, value: '', forced: true });
    } else if (given.sameField.includes(name)) {
      if (name === signedMember) pairs.push({ name: given.signedAs, value: textOf(value) });
    } else if (name !== given.nonceField || !nonceInHeader || given.nonceSigned) {
      pairs.push({ name, value: textOf(value) });
    }
  }
  // While a message is being made it has no signature yet; in the string its name stands where it will be: last.
  if (given.signature === 'included' && !names.includes(given.signatureField)) {
    pairs.push({ name: given.signatureField, value: '', forced: true });
  }
  // A nonce in an HTTP header is no member of the message and stands behind all of them.
  const nonce = find('nonce', 'text');
  if (nonce && !nonceInHeader && given.nonceSigned) pairs.push({ name: given.nonceField, value: nonce.text });
  return pairs;
}

function textOf(value: Parameters<typeof writeJson>[0]): string {
  if (value.type === 'literal' && value.value === null) return '';
  return scalarText(value) ?? writeJson(value, 'compact');
}

function sortPairs(pairs: readonly Pair[], { order, tableOrder }: Options): readonly Pair[] {
  switch (order) {
    case 'asSent':
      return pairs;
    case 'bytes':
      return pairs.toSorted((left, right) => compareText(left.name, right.name));
    case 'ignoreCase':
      return pairs.toSorted(
        (left, right) =>
          compareText(left.name.toLowerCase(), right.name.toLowerCase()) || compareText(left.name, right.name),
      );
    case 'firstLetterThenTable': {
      const place = ({ name }: Pair) => (tableOrder.includes(name) ? tableOrder.indexOf(name) : tableOrder.length);
      // toSorted is stable, so names that are in no table stay as sent.
      return pairs.toSorted(
        (left, right) => compareText(left.name.slice(0, 1), right.name.slice(0, 1)) || place(left) - place(right),
      );
    }
  }
}

/** By code unit, which for the ASCII names of all platforms is byte order. */
function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** RFC 3986: everything but letters, digits and `-._~` as %XX in capitals. */
function encodeValue(value: string, { urlEncode, charset: name }: { urlEncode: boolean; charset: Charset }): string {
  if (!urlEncode) return value;
  let encoded = '';
  for (const byte of textToBytes(value, name)) {
    const character = String.fromCharCode(byte);
    encoded += /[A-Za-z\d\-._~]/.test(character) ? character : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }
  return encoded;
}
