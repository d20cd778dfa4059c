import { z } from 'zod';
import { pointersLike, withAtPointer } from '../../json/json-pointer.ts';
import { jsonString, type JsonNode } from '../../json/json-node.ts';
import { parseJson } from '../../json/json-text.ts';
import { readSingleQuoted, writeSingleQuoted } from '../../json/single-quoted.ts';
import { writeJson } from '../../json/write-json.ts';
import { slotName } from '../option-schemas.ts';
import { stepKind } from '../step-kind.ts';
import type { JsonValue } from '../value.ts';

const options = z.strictObject({
  from: slotName,
  to: slotName,
  /** Pointers (RFC 6901) to the members that hold it; `*` is every item of a list. What is not there is left out. */
  at: z.array(z.string()),
  /** `object`: it stands there as it is. */
  form: z.enum(['object', 'json', 'singleQuoted']),
});

/** Shows an object that a message carries as a text: `"{'ZZMC':'…'}"` becomes `{"ZZMC":"…"}`. */
export const jsonUnfold = stepKind({
  kind: 'json.unfold',
  options,
  reads: ({ from }) => [from],
  writes: ({ to }) => [to],
  run: ({ from, to, at, form }, { read }) => {
    const body = read(from, 'json');
    if (form === 'object') return { outputs: { [to]: body } };
    // Some answers have the object itself, where others have its text.
    const unfold = (node: JsonNode): JsonNode =>
      node.type !== 'string' || node.value.trim() === ''
        ? node
        : form === 'json'
          ? parseJson(node.value).root
          : readSingleQuoted(node.value);
    return { outputs: { [to]: changedAt(body, { at, change: unfold }) } };
  },
});

/** The way back: an object as composed becomes the text that the platform wants. */
export const jsonFold = stepKind({
  kind: 'json.fold',
  options,
  reads: ({ from }) => [from],
  writes: ({ to }) => [to],
  run: ({ from, to, at, form }, { read }) => {
    const body = read(from, 'json');
    if (form === 'object') return { outputs: { [to]: body } };
    const fold = (node: JsonNode): JsonNode =>
      node.type === 'object' || node.type === 'array'
        ? jsonString(form === 'json' ? writeJson(node, 'compact') : writeSingleQuoted(node))
        : node;
    return { outputs: { [to]: changedAt(body, { at, change: fold }) } };
  },
});

function changedAt(
  body: JsonValue,
  { at, change }: { readonly at: readonly string[]; readonly change: (node: JsonNode) => JsonNode },
): JsonValue {
  const root = body.root();
  const found = at.flatMap((pattern) => pointersLike(root, pattern));
  // What changes nothing keeps its exact text.
  if (found.length === 0) return body;
  const node = found.reduce((whole, pointer) => withAtPointer(whole, pointer, change), root);
  return { type: 'json', text: writeJson(node, 'compact'), root: () => node };
}
