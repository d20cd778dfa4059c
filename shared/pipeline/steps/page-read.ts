import { z } from 'zod';
import { jsonString, type JsonNode } from '../../json/json-node.ts';
import { parseJson } from '../../json/json-text.ts';
import { writeJson } from '../../json/write-json.ts';
import { slotName } from '../option-schemas.ts';
import { stepKind } from '../step-kind.ts';

/** An answer that is a page and no message: its text stands in the body as `page`. A JSON answer is read as one. */
export const pageRead = stepKind({
  kind: 'page.read',
  options: z.strictObject({
    from: slotName,
    header: slotName,
    body: slotName,
    /** The header field that says so, and its value then. */
    field: z.string(),
    value: z.string(),
  }),
  reads: ({ from }) => [from],
  writes: ({ from, header, body }) => [from, header, body],
  run: ({ from, header, body, field, value }, { read }) => {
    const received = read(from, 'text');
    const root = objectIn(received.text);
    const members = root?.type === 'object' ? root.members : [{ name: field, value: jsonString(value) }];
    const node: JsonNode = root ?? { type: 'object', members: [{ name: 'page', value: jsonString(received.text) }] };
    return {
      outputs: {
        [from]: received,
        [header]: {
          value: { type: 'fields', fields: members.filter((member) => member.value.type === 'string') },
          sensitivity: 'public',
        },
        [body]: {
          value: { type: 'json', text: writeJson(node, 'compact'), root: () => node },
          sensitivity: 'personal',
        },
      },
    };
  },
});

function objectIn(text: string): JsonNode | undefined {
  try {
    const { root } = parseJson(text);
    return root.type === 'object' ? root : undefined;
  } catch {
    return undefined;
  }
}
