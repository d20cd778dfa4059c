import { concatBytes } from '@noble/hashes/utils.js';
import { z } from 'zod';
import type { BlockOptions } from '../../crypto/engine.ts';
import { HufuError } from '../../hufu-error.ts';
import { mapBytes } from '../content.ts';
import { readSymmetricKey, symmetricKeyReading } from '../key-text.ts';
import { slotName } from '../option-schemas.ts';
import { stepKind, type StepContext } from '../step-kind.ts';

/** AES with 16-byte keys, and DESede whose third key is its first. SM4 has steps of its own. */
const options = z.strictObject({
  from: slotName,
  to: slotName,
  algorithm: z.enum(['AES', 'DESede']),
  key: z.string(),
  reading: symmetricKeyReading,
  mode: z.enum(['ECB', 'CBC']),
  /** CBC only: zeros, or random bytes in front of the ciphertext. */
  iv: z.enum(['zero', 'front']),
  padding: z.enum(['pkcs7', 'zero', 'none']),
});
type Options = z.infer<typeof options>;

const blockLength = { AES: 16, DESede: 8 } as const;

export const blockEncrypt = stepKind({
  kind: 'block.encrypt',
  seals: true,
  options,
  reads: ({ from }) => [from],
  writes: ({ to }) => [to],
  run: (given, context) => {
    const { engine, randomBytes } = context;
    const key = keyOf(given, context);
    const encrypt = given.algorithm === 'AES' ? engine.aesEncrypt : engine.desEdeEncrypt;
    const encrypted = mapBytes(context.read(given.from, 'bytes', 'parts'), (plaintext) => {
      if (given.mode === 'CBC' && given.iv === 'front') {
        const iv = randomBytes(blockLength[given.algorithm]);
        return concatBytes(iv, encrypt(key, plaintext, { mode: 'CBC', padding: given.padding, iv }));
      }
      return encrypt(key, plaintext, blockOptions(given));
    });
    return { outputs: { [given.to]: { value: encrypted, sensitivity: 'public' } } };
  },
});

export const blockDecrypt = stepKind({
  kind: 'block.decrypt',
  options,
  reads: ({ from }) => [from],
  writes: ({ to }) => [to],
  run: (given, context) => {
    const { engine } = context;
    const key = keyOf(given, context);
    const decrypt = given.algorithm === 'AES' ? engine.aesDecrypt : engine.desEdeDecrypt;
    const length = blockLength[given.algorithm];
    const decrypted = mapBytes(context.read(given.from, 'bytes', 'parts'), (sealed) => {
      if (sealed.length < length) throw tooShort(sealed.length, length);
      if (given.mode === 'CBC' && given.iv === 'front') {
        const iv = sealed.subarray(0, length);
        return decrypt(key, sealed.subarray(length), { mode: 'CBC', padding: given.padding, iv });
      }
      return decrypt(key, sealed, blockOptions(given));
    });
    return { outputs: { [given.to]: { value: decrypted, sensitivity: 'personal' } } };
  },
});

function keyOf({ key, reading }: Options, context: StepContext): Uint8Array {
  return readSymmetricKey(context.key(key), { reading, slot: key, engine: context.engine });
}

function blockOptions({ algorithm, mode, padding }: Options): BlockOptions {
  return mode === 'ECB' ? { mode, padding } : { mode, padding, iv: new Uint8Array(blockLength[algorithm]) };
}

function tooShort(found: number, expected: number): HufuError {
  return new HufuError({
    code: 'cipher.tooShort',
    field: 'body',
    text: {
      zh: `密文只有 ${found} 字节，至少应有 ${expected} 字节。`,
      en: `The ciphertext has ${found} bytes and needs at least ${expected}.`,
    },
  });
}
