import { z } from 'zod';

const known = new WeakMap<object, z.ZodType>();

/** A JSON Schema as one that data is read by; made once for each. Throws what zod says of a schema that it cannot follow. */
export function readableSchema(schema: Readonly<Record<string, unknown>>): z.ZodType {
  const found = known.get(schema) ?? z.fromJSONSchema(schema);
  known.set(schema, found);
  return found;
}
