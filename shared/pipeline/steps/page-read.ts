import { z } from 'zod';
import { encodeText } from '../../crypto/encodings/text-encoding.ts';
import { bytesFromUtf8 } from '../../crypto/encodings/utf8.ts';
import { jsonString, type JsonNode, type JsonObject } from '../../json/json-node.ts';
import { parseJson } from '../../json/json-text.ts';
import { writeJson } from '../../json/write-json.ts';
import { slotName } from '../option-schemas.ts';
import { stepKind } from '../step-kind.ts';

/**
 * An answer that is a page or a file and no message: it stands in the body as `page`. A JSON answer is read as one, and is
 * what the other side has instead of a page: a refusal.
 */
export const pageRead = stepKind({
  kind: 'page.read',
  options: z.strictObject({
    from: slotName,
    header: slotName,
    body: slotName,
    /** The header field that says what came, and its values for a page and for anything else. */
    field: z.string(),
    value: z.string(),
    refused: z.string().optional(),
    /** Texts that a page has where it is none of those that were asked for: that a token is not valid. */
    refusedWords: z.array(z.string()).optional(),
    /** `base64`: a file, of whatever bytes. */
    as: z.enum(['text', 'base64']).optional(),
  }),
  reads: ({ from }) => [from],
  mayRead: () => ['receivedBytes'],
  writes: ({ from, header, body }) => [from, header, body],
  run: ({ from, header, body, field, value, refused = 'refused', refusedWords = [], as = 'text' }, { read, find }) => {
    const received = read(from, 'text');
    const message = objectIn(received.text);
    const isRefused = message !== undefined || refusedWords.some((word) => received.text.includes(word));
    const said = message?.members.filter((member) => member.value.type === 'string') ?? [];
    // A message that has such a field says it itself.
    const told = said.some(({ name }) => name === field)
      ? []
      : [{ name: field, value: jsonString(isRefused ? refused : value) }];
    const fields = [...told, ...said];
    const page =
      as === 'text'
        ? received.text
        : encodeText(find('receivedBytes', 'bytes')?.bytes ?? bytesFromUtf8(received.text), 'base64');
    const node: JsonNode = message ?? { type: 'object', members: [{ name: 'page', value: jsonString(page) }] };
    return {
      outputs: {
        [from]: received,
        [header]: { value: { type: 'fields', fields }, sensitivity: 'public' },
        [body]: {
          value: { type: 'json', text: writeJson(node, 'compact'), root: () => node },
          sensitivity: 'personal',
        },
      },
    };
  },
});

function objectIn(text: string): JsonObject | undefined {
  try {
    const { root } = parseJson(text);
    return root.type === 'object' ? root : undefined;
  } catch {
    return undefined;
  }
}
