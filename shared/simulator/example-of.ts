import { isRecord, type Data } from '../data/data.ts';

type Schema = Readonly<Record<string, unknown>>;

/** Of a schema that names itself no end is found. */
const deepest = 8;

/** A small value that a JSON Schema describes: its example, default or only value, else the least of its type. */
export function exampleOf(schema: unknown, depth = 0): Data {
  if (!isRecord(schema) || depth > deepest) return null;
  const { examples, default: usual, const: only, enum: choices } = schema;
  const said = [...(Array.isArray(examples) ? examples : []), usual, only, ...(Array.isArray(choices) ? choices : [])];
  const first = said.find((value) => value !== undefined);
  if (first !== undefined) return first as Data;
  const alternative = [schema['anyOf'], schema['oneOf'], schema['allOf']].find((some) => Array.isArray(some));
  if (Array.isArray(alternative) && alternative.length > 0) return exampleOf(alternative[0], depth + 1);
  return exampleOfType(schema, depth);
}

function exampleOfType(schema: Schema, depth: number): Data {
  const { type, properties, items, minLength, minimum, minItems } = schema;
  const kind = Array.isArray(type) ? type[0] : (type ?? (properties ? 'object' : items ? 'array' : undefined));
  switch (kind) {
    case 'object':
      return Object.fromEntries(
        Object.entries(isRecord(properties) ? properties : {}).map(([name, member]) => [
          name,
          exampleOf(member, depth + 1),
        ]),
      );
    case 'array':
      return typeof minItems === 'number' && minItems > 0 ? [exampleOf(items, depth + 1)] : [];
    case 'integer':
    case 'number':
      return typeof minimum === 'number' ? minimum : 0;
    case 'boolean':
      return true;
    case 'string':
      return '示例'.padEnd(typeof minLength === 'number' ? Math.min(minLength, 1000) : 0, '例');
    case 'null':
      return null;
    default:
      return {};
  }
}
