import type { JsonNode } from '../json/json-node.ts';
import { parseJson } from '../json/json-text.ts';
import type { Trace } from '../pipeline/trace.ts';
import { partsOf } from '../pipeline/trace-view.ts';
import { mapTexts } from './map-texts.ts';

/**
 * Values of a trace's bodies that tell something of a person wherever they stand: names and other words of two Chinese
 * characters and more, all else from six characters on. Shorter ones stand everywhere and tell nothing.
 */
export function personalTexts(trace: Trace): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { outputs } of trace.steps) {
    for (const { value, sensitivity } of outputs) {
      if (value === undefined || sensitivity === 'public') continue;
      for (const { content } of partsOf(value)) if (typeof content === 'string') collect(content, found);
    }
  }
  return found;
}

function collect(text: string, found: Set<string>): void {
  try {
    collectNode(parseJson(text).root, found);
  } catch {
    // No JSON: it is hidden as a whole, and gives no single values.
  }
}

function collectNode(node: JsonNode, found: Set<string>): void {
  if (node.type === 'object') for (const { value } of node.members) collectNode(value, found);
  else if (node.type === 'array') for (const item of node.items) collectNode(item, found);
  else if (node.type === 'string') take(node.value, found);
  else if (node.type === 'number') take(node.text, found);
}

function take(text: string, found: Set<string>): void {
  if (isTelling(text)) found.add(text);
}

/** Whether a text can be looked for wherever it may stand: shorter ones stand everywhere. */
export function isTelling(text: string): boolean {
  return (/\p{Script=Han}/u.test(text) && [...text].length >= 2) || text.length >= 6;
}

/** Plain data in which these texts became asterisks wherever they stand, in bytes that are UTF-8 too; names of members stay. */
export function withoutTexts<Data>(data: Data, texts: ReadonlySet<string>): Data {
  // The longest first: a name inside another one must not break it up.
  const ordered = [...texts].toSorted((one, other) => other.length - one.length);
  return ordered.length === 0 ? data : mapTexts(data, (text) => scrubText(text, ordered));
}

function scrubText(text: string, texts: readonly string[]): string {
  let scrubbed = text;
  for (const personal of texts) {
    if (scrubbed.includes(personal)) scrubbed = scrubbed.replaceAll(personal, '*'.repeat([...personal].length));
  }
  return scrubbed;
}
