import type { ComparedText } from '../model/comparison.ts';
import type { JsonNode } from '../json/json-node.ts';
import { pointerToken } from '../json/json-pointer.ts';
import { parseJson } from '../json/json-text.ts';
import { writeJson } from '../json/write-json.ts';
import { partsOf } from '../pipeline/trace-view.ts';
import type { Value } from '../pipeline/value.ts';

type Texts = Pick<ComparedText, 'left' | 'right' | 'same' | 'differing'>;

/** Named values of which one side may lack some. */
type Named = ReadonlyMap<string, string>;

/** A string to sign: a pair a line, when it consists of pairs. */
export function comparePairs(left: string | undefined, right: string | undefined): Texts {
  const lines = (text: string | undefined) =>
    text === undefined ? null : isPairs(text) ? text.replaceAll('&', '\n&') : text;
  return {
    left: lines(left),
    right: lines(right),
    same: left === right,
    differing: differing(pairsOf(left), pairsOf(right)),
  };
}

/** Names of the pairs of a string to sign, in their order. */
export function pairNames(text: string | undefined): readonly string[] {
  return [...pairsOf(text).keys()];
}

/** A header: a field a line. */
export function compareFields(left: Value | undefined, right: Value | undefined): Texts {
  const named = (value: Value | undefined): Named =>
    new Map(value?.type === 'fields' ? partsOf(value).map(({ name, content }) => [name, String(content)]) : []);
  const lines = (value: Value | undefined) =>
    value?.type === 'fields' ? [...named(value)].map(([name, text]) => `${name}: ${text}`).join('\n') : null;
  const [one, other] = [lines(left), lines(right)];
  return { left: one, right: other, same: one === other, differing: differing(named(left), named(right)) };
}

/** A JSON text, laid out; members that differ by JSON Pointer. */
export function compareJson(left: string | undefined, right: string | undefined): Texts {
  const one = read(left);
  const other = read(right);
  return {
    left: one?.laidOut ?? left ?? null,
    right: other?.laidOut ?? right ?? null,
    same: left === right,
    differing: one && other ? differing(one.leaves, other.leaves) : [],
  };
}

function read(text: string | undefined): { readonly laidOut: string; readonly leaves: Named } | undefined {
  if (text === undefined) return undefined;
  try {
    const { root } = parseJson(text);
    return { laidOut: writeJson(root, 'pretty'), leaves: new Map(leavesOf(root, '')) };
  } catch {
    return undefined;
  }
}

function leavesOf(node: JsonNode, pointer: string): readonly (readonly [string, string])[] {
  if (node.type === 'object' && node.members.length > 0) {
    return node.members.flatMap(({ name, value }) => leavesOf(value, `${pointer}/${pointerToken(name)}`));
  }
  if (node.type === 'array' && node.items.length > 0) {
    return node.items.flatMap((item, index) => leavesOf(item, `${pointer}/${index}`));
  }
  return [[pointer, writeJson(node, 'compact')]];
}

function isPairs(text: string): boolean {
  return /^[\w.-]+=[^&]*(?:&[\w.-]+=[^&]*)+$/.test(text);
}

function pairsOf(text: string | undefined): Named {
  if (text === undefined || !isPairs(text)) return new Map();
  return new Map(
    text.split('&').map((pair) => {
      const end = pair.indexOf('=');
      return [pair.slice(0, end), pair.slice(end + 1)];
    }),
  );
}

function differing(left: Named, right: Named): readonly string[] {
  return [...new Set([...left.keys(), ...right.keys()])].filter((name) => left.get(name) !== right.get(name));
}
