import type { JsonNode } from '../json/json-node.ts';

/** What a step reads and writes. */
export type Value = TextValue | BytesValue | PartsValue | FieldsValue | JsonValue;

export interface TextValue {
  readonly type: 'text';
  readonly text: string;
}

export interface BytesValue {
  readonly type: 'bytes';
  readonly bytes: Uint8Array;
}

/**
 * Several pieces of a body that go through the same steps, one after another. Usually one piece, the whole body,
 * with an empty name; under `plaintext = values` one piece for each member.
 */
export interface PartsValue {
  readonly type: 'parts';
  readonly parts: readonly Part[];
}

export interface Part {
  /** Member of the body that the piece belongs to; empty for the whole. */
  readonly name: string;
  readonly content: string | Uint8Array;
}

/** A message header: members in their order. */
export interface FieldsValue {
  readonly type: 'fields';
  readonly fields: readonly Field[];
}

export interface Field {
  readonly name: string;
  readonly value: JsonNode;
}

/** A JSON value, with the very text it was read from or is sent as. */
export interface JsonValue {
  readonly type: 'json';
  readonly text: string;
  /** Read on demand: most steps need only the text. */
  readonly root: () => JsonNode;
}
