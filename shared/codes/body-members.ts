import { jsonScalars, scalarAt } from '../json/json-scalars.ts';

/** A scalar member of a JSON object. */
export interface BodyMember {
  readonly name: string;
  readonly value: string;
  /** JSON Pointer. */
  readonly pointer: string;
  /** Where the value stands in the text, with its quotes; `end` is behind it. */
  readonly offset: number;
  readonly end: number;
  /** The scalar members of these names beside it, itself among them. */
  readonly beside: ReadonlyMap<string, string>;
}

/** The members with one of these names, wherever they stand in a text that is valid JSON, and most of them in one that is
 * being typed. */
export function bodyMembers(text: string, names: ReadonlySet<string>): readonly BodyMember[] {
  const neighbours = new Map<string, Map<string, string>>();
  return jsonScalars(text).flatMap(({ name, pointer, parent, start, end }) => {
    if (name === undefined || !names.has(name)) return [];
    const value = scalarAt(text.slice(start, end));
    const beside = neighbours.get(parent) ?? new Map<string, string>();
    neighbours.set(parent, beside.set(name, value));
    return [{ name, value, pointer, offset: start, end, beside }];
  });
}
