/** Tells of a pointer (RFC 6901) whether a schema names what stands there as a file. */
export type NamesFile = (pointer: string) => boolean;

/** Files are what `contentEncoding: base64` (JSON Schema, validation, clause 8.3) says of a string. */
export function fileMembers(schema: unknown): NamesFile {
  return (pointer) => namesFile(schema, pointer === '' ? [] : pointer.slice(1).split('/'));
}

function namesFile(schema: unknown, [token, ...rest]: readonly string[]): boolean {
  if (!isRecord(schema)) return false;
  const alternatives = ['allOf', 'anyOf', 'oneOf'].flatMap((name) => {
    const list = schema[name];
    return Array.isArray(list) ? (list as readonly unknown[]) : [];
  });
  if (alternatives.some((one) => namesFile(one, token === undefined ? [] : [token, ...rest]))) return true;
  if (token === undefined) return schema['contentEncoding'] === 'base64';
  const { properties, items } = schema;
  const member = token.replaceAll('~1', '/').replaceAll('~0', '~');
  if (isRecord(properties) && member in properties) return namesFile(properties[member], rest);
  return items !== undefined && namesFile(items, rest);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
