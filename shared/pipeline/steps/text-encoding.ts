import { z } from 'zod';
import { decodeText, encodeText } from '../../crypto/encodings/text-encoding.ts';
import type { Finding } from '../../finding.ts';
import { mapBytes, mapText } from '../content.ts';
import { slotName, textEncoding } from '../option-schemas.ts';
import { recogniseEncoding } from '../recognise-encoding.ts';
import { stepKind } from '../step-kind.ts';

const options = z.strictObject({ from: slotName, to: slotName, encoding: textEncoding });
const slots = {
  reads: ({ from }: z.infer<typeof options>) => [from],
  writes: ({ to }: z.infer<typeof options>) => [to],
};

/** Bytes to hex or Base64. Encoded ciphertexts and signatures may be shown to anyone. */
export const textEncode = stepKind({
  kind: 'text.encode',
  options,
  ...slots,
  run: ({ from, to, encoding }, { read, engine }) => ({
    outputs: { [to]: mapBytes(read(from, 'bytes', 'parts'), (bytes) => encodeText(bytes, encoding, engine)) },
  }),
});

/** Hex or Base64 to bytes. A ciphertext that is plainly in another encoding than agreed is read, and reported. */
export const textDecode = stepKind({
  kind: 'text.decode',
  options,
  ...slots,
  run: ({ from, to, encoding: agreed }, { read, clause }) => {
    const findings: Finding[] = [];
    const decoded = mapText(read(from, 'text', 'parts'), (text) => {
      const encoding = recogniseEncoding(text, agreed);
      if (encoding !== agreed && findings.length === 0) {
        findings.push({
          code: 'encoding.other',
          severity: 'warning',
          ...(clause !== undefined && { clause }),
          message: {
            zh: `密文的编码是 ${encoding}，约定的是 ${agreed}；已按 ${encoding} 读取。`,
            en: `The ciphertext is encoded as ${encoding} where ${agreed} is agreed; it was read as ${encoding}.`,
          },
        });
      }
      return decodeText(text, encoding);
    });
    return { outputs: { [to]: decoded }, findings };
  },
});
