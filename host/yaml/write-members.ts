import { isDeepStrictEqual } from 'node:util';
import { Document, isMap, isNode, isPair, isScalar, isSeq, parseDocument, Scalar, YAMLMap } from 'yaml';
import type { Node, Pair, YAMLSeq } from 'yaml';
import { plainMember, plainNode, type PlainValue } from './plain-value.ts';

/** What is written: read back, numbers and truth values are the texts that stand there. */
export type WrittenValue =
  string | number | boolean | null | readonly WrittenValue[] | { readonly [name: string]: WrittenValue };

/** A known member of a file: undefined and what is empty is not written. */
export interface Member {
  readonly name: string;
  readonly value: WrittenValue | undefined;
  /** Members of this map that are ours; others in it stay. Absent: the whole map is ours. */
  readonly own?: readonly string[];
}

/**
 * Sets the members of a document that differ from what stands there and leaves all else as it is written: comments,
 * members that are not known, order and style. A new member is put behind the one that stands before it in the list.
 */
export function writeMembers(document: Document, members: readonly Member[]): void {
  if (!isMap(document.contents)) document.contents = new YAMLMap() as Document['contents'] & YAMLMap;
  const map = document.contents as YAMLMap;
  writeInto(map, { members, present: (name) => plainMember(document, name), keepsEmpty: false });
}

interface Writing {
  readonly members: readonly Member[];
  readonly present: (name: string) => PlainValue | undefined;
  /** In a map of the user's own names an empty text is a value like any other. */
  readonly keepsEmpty: boolean;
}

function writeInto(map: YAMLMap, { members, present, keepsEmpty }: Writing): void {
  let place = 0;
  for (const { name, value, own } of members) {
    const index = indexOf(map, name);
    const found = index === -1 ? undefined : map.items[index];
    if (value === undefined || (!keepsEmpty && isEmpty(value))) {
      if (found) map.items.splice(index, 1);
      continue;
    }
    if (found && isMap(found.value) && isRecord(value)) {
      const inner = found.value;
      const names = own ?? [...new Set([...inner.items.map(keyOf), ...Object.keys(value)])];
      const before = present(name);
      writeInto(inner, {
        members: names.map((one) => ({ name: one, value: ownMember(value, one) })),
        present: (one) => (isRecord(before) ? ownMember(before, one) : undefined),
        keepsEmpty: own === undefined,
      });
    } else if (found) {
      if (!isDeepStrictEqual(present(name), asRead(value))) found.value = replaced(found.value, value);
    } else {
      map.items.splice(place, 0, new Document().createPair(nodeOf(name), nodeOf(value)));
    }
    place = indexOf(map, name) + 1;
  }
}

/** A new value with what stood around the old one: a comment tells of the member more than of its value. */
function replaced(old: unknown, value: WrittenValue): unknown {
  if (isSeq(old) && Array.isArray(value)) {
    replaceItems(old, value as readonly WrittenValue[]);
    return old;
  }
  return withComments(nodeOf(value), old);
}

/** Items that stay are the same nodes, as they are written; one in the place of another takes over its comments. */
function replaceItems(sequence: YAMLSeq, values: readonly WrittenValue[]): void {
  const left = [...sequence.items] as (Node | undefined)[];
  const same = values.map((value) => {
    const index = left.findIndex((item) => item !== undefined && isDeepStrictEqual(plainNode(item), asRead(value)));
    return index === -1 ? undefined : left.splice(index, 1, undefined)[0];
  });
  sequence.items = values.map((value, index) => {
    const item = same[index];
    if (item) return item;
    const old = left[index];
    if (isMap(old) && isRecord(value)) {
      const before = plainNode(old);
      const present = (name: string) => (isRecord(before) ? ownMember(before, name) : undefined);
      const members = Object.entries(value).map(([name, member]) => ({ name, value: member }));
      writeInto(old, { members, present, keepsEmpty: true });
      return old;
    }
    return withComments(nodeOf(value), old);
  });
}

function withComments(node: unknown, old: unknown): unknown {
  if (!isNode(node) || !isNode(old)) return node;
  const { comment, commentBefore, spaceBefore } = old;
  if (isScalar(node) && typeof comment === 'string') node.comment = comment;
  if (typeof commentBefore === 'string') node.commentBefore = commentBefore;
  if (spaceBefore) node.spaceBefore = true;
  return node;
}

/** An empty document whose scalars are texts and nothing else, as those of `readYaml` are. */
export function newDocument(): Document {
  return new Document({}, { schema: 'failsafe' });
}

/**
 * The text of a document: no line is folded, so that a change of one word is a change of one line, and line breaks in
 * quotes are escapes, so that no line of a value is taken for a mark of the file (`...`, `---`).
 */
export function documentText(document: Document): string {
  return document.toString({ lineWidth: 0, doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER });
}

/** A text of several lines as a literal block; the library writes another style where a block cannot hold it. */
function asRead(value: WrittenValue): PlainValue {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value === 'string' || value === null) return value;
  if (!isRecord(value)) return value.map(asRead);
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, asRead(member)]));
}

function nodeOf(value: WrittenValue): unknown {
  if (typeof value === 'number' || typeof value === 'boolean') return new Scalar(String(value));
  if (typeof value === 'string') {
    const scalar = new Scalar(value);
    if (value.includes('\n') && isPlainLines(value)) scalar.type = Scalar.BLOCK_LITERAL;
    if ((value.includes('\n') || !isPlainLines(value)) && !comesBack(scalar)) scalar.type = Scalar.QUOTE_DOUBLE;
    else if (looksTyped.test(value)) scalar.type = Scalar.QUOTE_SINGLE;
    return scalar;
  }
  if (value === null) return new Scalar('null');
  const document = new Document();
  if (!isRecord(value)) {
    const sequence = document.createNode([]);
    for (const item of value) sequence.items.push(nodeOf(item) as never);
    return sequence;
  }
  const map = new YAMLMap();
  for (const [name, member] of Object.entries(value)) map.items.push(document.createPair(nodeOf(name), nodeOf(member)));
  return map;
}

/** Whether a text of several lines is read as it was written in this style: blank lines at its ends may be taken for others. */
function comesBack(scalar: Scalar<string>): boolean {
  if (scalar.type !== Scalar.BLOCK_LITERAL) return false;
  const document = newDocument();
  document.contents = new YAMLMap() as Document['contents'] & YAMLMap;
  (document.contents as YAMLMap).items.push(document.createPair('text', scalar));
  const read = parseDocument(documentText(document), { schema: 'failsafe' });
  return read.errors.length === 0 && read.get('text') === scalar.value;
}

/** What readers of YAML take for something else than a text: null, truth values, numbers, dates. */
const looksTyped = /^(?:~|null|true|false|yes|no|on|off|y|n|[-+]?\.?\d.*|[-+]?\.(?:inf|nan))?$/i;

/** Only what a literal block gives back as it is: no carriage returns, no control characters, no halves of characters, no byte order mark. */
function isPlainLines(text: string): boolean {
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  return text.isWellFormed() && !/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/.test(text);
}

function indexOf(map: YAMLMap, name: string): number {
  return map.items.findIndex((pair) => keyOf(pair) === name);
}

function keyOf(pair: Pair): string {
  return isPair(pair) && isScalar(pair.key) ? String(pair.key.value) : String(pair.key);
}

function ownMember<Value>(record: { readonly [name: string]: Value }, name: string): Value | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

function isRecord<Value>(
  value: Value,
): value is Exclude<Value, null | undefined | string | number | boolean | readonly unknown[]> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isEmpty(value: WrittenValue): boolean {
  return value === '' || (typeof value === 'object' && value !== null && Object.keys(value).length === 0);
}
