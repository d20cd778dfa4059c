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
