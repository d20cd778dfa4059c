import { parseJson } from '../json/json-text.ts';
import type { JsonNode } from '../json/json-node.ts';
import { writeJson } from '../json/write-json.ts';

/**
 * A text in which every value became asterisks of the same length: of JSON the strings and numbers, of pairs
 * (`a=b&c=d`) what stands behind the `=`, of anything else all characters. Names, order and `known` values stay, so that
 * the shape of the message can still be read.
 */
export function maskText(text: string, known: ReadonlySet<string>): string {
  try {
    return writeJson(maskNode(parseJson(text).root, known), 'compact');
  } catch {
    // No JSON: a form, a string to sign, plain text.
    const pairs = text.split('&');
    // One alone may be Base64, which ends in `=` too.
    const naming = pairs.length > 1 ? /^[\w.-]{1,64}=/ : /^[\w.-]{1,64}=(?=[^=])/;
    return pairs.map((pair) => maskPair(pair, { naming, known })).join('&');
  }
}

function maskPair(
  pair: string,
  { naming, known }: { readonly naming: RegExp; readonly known: ReadonlySet<string> },
): string {
  const name = naming.exec(pair)?.[0] ?? '';
  return name + maskScalar(pair.slice(name.length), known);
}

function maskNode(node: JsonNode, known: ReadonlySet<string>): JsonNode {
  switch (node.type) {
    case 'object':
      return {
        type: 'object',
        members: node.members.map(({ name, value }) => ({ name, value: maskNode(value, known) })),
      };
    case 'array':
      return { type: 'array', items: node.items.map((item) => maskNode(item, known)) };
    case 'string':
      return { type: 'string', value: maskScalar(node.value, known) };
    case 'number':
      return known.has(node.text) ? node : { type: 'string', value: asterisks(node.text) };
    case 'literal':
      return node;
  }
}

/** JSON may stand inside a string, with names that say what it is. */
function maskScalar(value: string, known: ReadonlySet<string>): string {
  return known.has(value) ? value : asterisks(value);
}

function asterisks(value: string): string {
  return '*'.repeat([...value].length);
}
