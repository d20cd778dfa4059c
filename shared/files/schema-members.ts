import { isRecord } from '../data/data.ts';

/** Tells of a pointer (RFC 6901) whether a schema says something of what stands there. */
export type NamesMember = (pointer: string) => boolean;

/** Members of which a schema, or one of its alternatives, says what `says` looks for. */
export function schemaMembers(
  schema: unknown,
  says: (member: Readonly<Record<string, unknown>>) => boolean,
): NamesMember {
  return (pointer) => named(schema, pointer === '' ? [] : pointer.slice(1).split('/'));

  function named(part: unknown, [token, ...rest]: readonly string[]): boolean {
    if (!isRecord(part)) return false;
    const alternatives = ['allOf', 'anyOf', 'oneOf'].flatMap((name) => {
      const list = part[name];
      return Array.isArray(list) ? (list as readonly unknown[]) : [];
    });
    if (alternatives.some((one) => named(one, token === undefined ? [] : [token, ...rest]))) return true;
    if (token === undefined) return says(part);
    const { properties, items } = part;
    const member = token.replaceAll('~1', '/').replaceAll('~0', '~');
    if (isRecord(properties) && member in properties) return named(properties[member], rest);
    return items !== undefined && named(items, rest);
  }
}

/** A place in a body, by names; `*` is an item of a list. */
export type SchemaPath = readonly string[];

/** Deep enough for every message there is; a schema may contain itself. */
const deepest = 8;

/** Where a schema has such members, whether a body has them or not. */
export function schemaPaths(
  schema: unknown,
  says: (member: Readonly<Record<string, unknown>>) => boolean,
): readonly SchemaPath[] {
  const found = (part: unknown, path: SchemaPath): readonly SchemaPath[] => {
    if (!isRecord(part) || path.length > deepest) return [];
    const { properties, items } = part;
    return [
      ...(says(part) ? [path] : []),
      ...(isRecord(properties) ? Object.entries(properties) : []).flatMap(([name, one]) => found(one, [...path, name])),
      ...found(items, [...path, '*']),
    ];
  };
  return found(schema, []);
}
