import { isRecord, type Data } from '../data/data.ts';

/** JSON Schema (draft 2020-12) of the shape that a sample has: types and names, every member of it required. */
export function schemaOf(sample: Data): Readonly<Record<string, unknown>> {
  // What is not there in one sample may be anything in the next.
  if (sample === null) return {};
  if (typeof sample === 'string') return { type: 'string' };
  if (typeof sample === 'boolean') return { type: 'boolean' };
  if (typeof sample === 'number') return { type: Number.isInteger(sample) ? 'integer' : 'number' };
  if (!isRecord(sample)) {
    const shapes = distinct(sample.map(schemaOf));
    return { type: 'array', ...(shapes.length > 0 && { items: shapes.length === 1 ? shapes[0] : { anyOf: shapes } }) };
  }
  return {
    type: 'object',
    properties: Object.fromEntries(Object.entries(sample).map(([name, member]) => [name, schemaOf(member)])),
    required: Object.keys(sample),
  };
}

function distinct(schemas: readonly Readonly<Record<string, unknown>>[]): typeof schemas {
  const seen = new Map(schemas.map((schema) => [JSON.stringify(schema), schema]));
  return [...seen.values()];
}
