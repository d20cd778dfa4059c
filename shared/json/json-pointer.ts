import { memberOf, type JsonNode } from './json-node.ts';

/** Where a pointer (RFC 6901) leads; undefined when nothing stands there. The empty pointer is the whole. */
export function atPointer(root: JsonNode, pointer: string): JsonNode | undefined {
  return pointerPath(pointer).reduce<JsonNode | undefined>(
    (node, token) => (node?.type === 'array' ? itemOf(node.items, token) : memberOf(node, token)),
    root,
  );
}

/** The same value with another one where the pointer leads; unchanged when nothing stands there. */
export function withAtPointer(root: JsonNode, pointer: string, change: (node: JsonNode) => JsonNode): JsonNode {
  return changed(root, pointerPath(pointer), change);
}

function changed(node: JsonNode, [token, ...rest]: readonly string[], change: (node: JsonNode) => JsonNode): JsonNode {
  if (token === undefined) return change(node);
  if (node.type === 'array') {
    const place = indexOf(token);
    return {
      type: 'array',
      items: node.items.map((item, index) => (index === place ? changed(item, rest, change) : item)),
    };
  }
  if (node.type !== 'object') return node;
  const last = node.members.findLastIndex(({ name }) => name === token);
  return {
    type: 'object',
    members: node.members.map((member, index) =>
      index === last ? { name: member.name, value: changed(member.value, rest, change) } : member,
    ),
  };
}

/** The pointers to what is there: `*` as a name in a pattern is every item of a list. */
export function pointersLike(root: JsonNode, pattern: string): readonly string[] {
  const star = pattern.split('/').indexOf('*');
  if (star < 0) return atPointer(root, pattern) === undefined ? [] : [pattern];
  const list = pattern.split('/').slice(0, star).join('/');
  const rest = pattern.split('/').slice(star + 1);
  const node = atPointer(root, list);
  if (node?.type !== 'array') return [];
  return node.items.flatMap((_item, index) => pointersLike(root, [list, index, ...rest].join('/')));
}

/** A name as it stands in a pointer. */
export function pointerToken(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** The pointer that goes through these names and indices. */
export function pointerTo(path: readonly (string | number)[]): string {
  return path.map((name) => `/${pointerToken(String(name))}`).join('');
}

/** The names that a pointer goes through. */
export function pointerPath(pointer: string): readonly string[] {
  if (pointer === '') return [];
  return pointer
    .slice(1)
    .split('/')
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function itemOf(items: readonly JsonNode[], token: string): JsonNode | undefined {
  const index = indexOf(token);
  return index === undefined ? undefined : items[index];
}

function indexOf(token: string): number | undefined {
  return /^(?:0|[1-9]\d{0,8})$/.test(token) ? Number(token) : undefined;
}
