/**
 * A JSON value that loses nothing of what was written: numbers keep their text, members keep their order and may
 * repeat. (`JSON.parse` goes through binary floating point and moves members named `10` and `2` to the front.)
 */
export type JsonNode = JsonObject | JsonArray | JsonString | JsonNumber | JsonLiteral;

export interface JsonObject {
  readonly type: 'object';
  readonly members: readonly JsonMember[];
}

export interface JsonMember {
  readonly name: string;
  readonly value: JsonNode;
}

export interface JsonArray {
  readonly type: 'array';
  readonly items: readonly JsonNode[];
}

export interface JsonString {
  readonly type: 'string';
  readonly value: string;
}

/** `text` is the number as written: `1.10`, `110105194912310150`, `1E3`. */
export interface JsonNumber {
  readonly type: 'number';
  readonly text: string;
}

export interface JsonLiteral {
  readonly type: 'literal';
  readonly value: true | false | null;
}

export const jsonNull: JsonLiteral = { type: 'literal', value: null };

export function jsonString(value: string): JsonString {
  return { type: 'string', value };
}

/** The last member of that name, as most readers take it; undefined when there is none or `node` is no object. */
export function memberOf(node: JsonNode | undefined, name: string): JsonNode | undefined {
  return node?.type === 'object' ? node.members.findLast((member) => member.name === name)?.value : undefined;
}

/** The text of a string, the digits of a number, `true`, `false`; undefined for null, objects and arrays. */
export function scalarText(node: JsonNode | undefined): string | undefined {
  if (node?.type === 'string') return node.value;
  if (node?.type === 'number') return node.text;
  return node?.type === 'literal' && node.value !== null ? String(node.value) : undefined;
}
