import { z } from 'zod';
import { bytesToText, textToBytes } from '../../crypto/encodings/charset.ts';
import { mapBytes, mapText } from '../content.ts';
import { charset, slotName } from '../option-schemas.ts';
import { stepKind } from '../step-kind.ts';

const options = z.strictObject({ from: slotName, to: slotName, charset });
const slots = {
  reads: ({ from }: z.infer<typeof options>) => [from],
  writes: ({ to }: z.infer<typeof options>) => [to],
};

/** Text to bytes. Refuses characters that the charset does not have. */
export const charsetEncode = stepKind({
  kind: 'charset.encode',
  options,
  ...slots,
  run: ({ from, to, charset: name }, { read }) => ({
    outputs: { [to]: mapText(read(from, 'text', 'parts'), (text) => textToBytes(text, name)) },
  }),
});

/** Bytes to text. Refuses bytes that are not in the charset. */
export const charsetDecode = stepKind({
  kind: 'charset.decode',
  options,
  ...slots,
  run: ({ from, to, charset: name }, { read }) => ({
    outputs: { [to]: mapBytes(read(from, 'bytes', 'parts'), (bytes) => bytesToText(bytes, name)) },
  }),
});
