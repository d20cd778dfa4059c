import { isRecord } from '../data/data.ts';
import { memberOf, type JsonNode } from '../json/json-node.ts';
import { isNothing } from '../pipeline/steps/body-parts.ts';

/**
 * The first member that a JSON Schema requires and a body lacks, as a path from the body: `data.data_fields.CYRMC`. An empty
 * text is a lack too: platforms that say of a member that it must be there do not mean that it may say nothing.
 */
export function missingMember(schema: unknown, body: JsonNode | undefined): string | undefined {
  return missingIn(schema, body)?.join('.');
}

function missingIn(schema: unknown, node: JsonNode | undefined): readonly string[] | undefined {
  if (!isRecord(schema)) return undefined;
  const { required, properties, items } = schema;
  const names = Array.isArray(required) ? required.filter((name) => typeof name === 'string') : [];
  const lacking = names.find((name) => {
    const value = memberOf(node, name);
    return !value || isNothing(value);
  });
  if (lacking !== undefined) return [lacking];
  const inner: readonly (readonly [string, unknown, JsonNode | undefined])[] =
    node?.type === 'array'
      ? node.items.map((item, index) => [String(index), items, item])
      : Object.entries(isRecord(properties) ? properties : {}).map(([name, member]) => [
          name,
          member,
          memberOf(node, name),
        ]);
  for (const [name, member, value] of inner) {
    const path = value && missingIn(member, value);
    if (path) return [name, ...path];
  }
  return undefined;
}
