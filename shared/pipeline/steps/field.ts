import { z } from 'zod';
import { bytesFromUtf8 } from '../../crypto/encodings/utf8.ts';
import { HufuError } from '../../hufu-error.ts';
import { jsonString, scalarText } from '../../json/json-node.ts';
import { slotName } from '../option-schemas.ts';
import { stepKind } from '../step-kind.ts';

/** Puts a computed text into the header, behind its fields; in its place where it is locked by hand. */
export const fieldPlace = stepKind({
  kind: 'field.place',
  options: z.strictObject({ from: slotName, field: z.string(), to: slotName }),
  reads: ({ from }) => [from],
  mayRead: ({ to }) => [to],
  writes: ({ to }) => [to],
  run: ({ from, field, to }, { read, find, fields: { locked } }) => {
    const computed = read(from, 'text', 'parts');
    const text = computed.type === 'text' ? computed.text : String(computed.parts[0]?.content ?? '');
    const others = (find(to, 'fields')?.fields ?? []).filter(({ name }) => name !== field);
    // One that is locked goes out instead of the computed one: to see a wrong one refused is a use of the tool.
    const value = jsonString(locked[field] ?? text);
    return {
      outputs: {
        [to]: { value: { type: 'fields', fields: [...others, { name: field, value }] }, sensitivity: 'public' },
      },
    };
  },
});

/** The value of a header field (of any name, in HTTP in any letter case) as text or as its UTF-8 bytes. */
export const fieldTake = stepKind({
  kind: 'field.take',
  options: z.strictObject({ from: slotName, field: z.string(), to: slotName, as: z.enum(['text', 'bytes']) }),
  reads: ({ from }) => [from],
  writes: ({ to }) => [to],
  run: ({ from, field, to, as }, { read }) => {
    const isHttp = from === 'httpHeaders';
    const found = read(from, 'fields').fields.findLast(({ name }) =>
      isHttp ? name.toLowerCase() === field.toLowerCase() : name === field,
    );
    const text = scalarText(found?.value) ?? '';
    if (text === '') throw missing(field);
    return {
      outputs: { [to]: as === 'text' ? { type: 'text', text } : { type: 'bytes', bytes: bytesFromUtf8(text) } },
    };
  },
});

function missing(field: string): HufuError {
  return new HufuError({
    code: 'header.missing',
    field,
    text: { zh: `没有 ${field} 的值。`, en: `There is no value for ${field}.` },
  });
}
