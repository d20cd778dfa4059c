import { isAlias, isMap, isScalar, isSeq, Scalar } from 'yaml';
import type { Data } from '../../shared/data/data.ts';
import { keyText, plainNode } from './plain-value.ts';

/**
 * A YAML value with plain numbers and truth values as such; everything in quotes, and numbers that are not written as JSON
 * writes them (`0012`), are texts. `isText` names places (members joined by a line break) that are texts whatever they
 * look like. Throws `yaml.alias`.
 */
export function typedNode(node: unknown, isText: ReadonlySet<string>, path: readonly (string | number)[] = []): Data {
  if (isSeq(node)) return node.items.map((item, index) => typedNode(item, isText, [...path, index]));
  if (isMap(node)) {
    return Object.fromEntries(
      node.items.map(({ key, value }): [string, Data] => {
        const name = keyText(key);
        return [name, value === null ? null : typedNode(value, isText, [...path, name])];
      }),
    );
  }
  const text = plainNode(node) as string | null;
  if (isAlias(node) || !isScalar(node) || node.type !== Scalar.PLAIN || text === null) return text;
  return isText.has(placeKey(path)) ? text : plainScalar(text);
}

export function placeKey(path: readonly (string | number)[]): string {
  return path.join('\n');
}

function plainScalar(text: string): Data {
  if (text === 'true' || text === 'false') return text === 'true';
  return /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(text) ? Number(text) : text;
}
