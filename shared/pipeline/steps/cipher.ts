import { concatBytes } from '@noble/hashes/utils.js';
import { z } from 'zod';
import type { BlockOptions, Sm2CipherLayout } from '../../crypto/engine.ts';
import { HufuError } from '../../hufu-error.ts';
import { mapBytes } from '../content.ts';
import { readSm2PrivateKey, readSm2PublicKey, readSymmetricKey, symmetricKeyReading } from '../key-text.ts';
import { flag, slotName } from '../option-schemas.ts';
import { stepKind, type StepContext } from '../step-kind.ts';

const gcmIvLength = 12;
const gcmTagLength = 16;
const blockLength = 16;

const sm4Options = z.strictObject({
  from: slotName,
  to: slotName,
  key: z.string(),
  /** How the text of the key becomes 16 bytes. */
  reading: symmetricKeyReading,
  mode: z.enum(['ECB', 'CBC', 'GCM']),
  /** CBC only: zeros, the key itself, or 16 random bytes in front of the ciphertext. */
  iv: z.enum(['zero', 'key', 'front']),
  padding: z.enum(['pkcs7', 'zero', 'none']),
});
type Sm4StepOptions = z.infer<typeof sm4Options>;

/** SM4 over each part. GCM: IV (12) ‖ ciphertext ‖ tag (16), no additional data. */
export const sm4Encrypt = stepKind({
  kind: 'sm4.encrypt',
  seals: true,
  options: sm4Options,
  reads: ({ from }) => [from],
  writes: ({ to }) => [to],
  run: (options, context) => {
    const { engine, randomBytes } = context;
    const key = sm4Key(options, context);
    const encrypted = mapBytes(context.read(options.from, 'bytes', 'parts'), (plaintext) => {
      if (options.mode === 'GCM') {
        const iv = randomBytes(gcmIvLength);
        const { ciphertext, tag } = engine.sm4GcmEncrypt(key, plaintext, { iv, additionalData: new Uint8Array() });
        return concatBytes(iv, ciphertext, tag);
      }
      if (options.mode === 'CBC' && options.iv === 'front') {
        const iv = randomBytes(blockLength);
        return concatBytes(iv, engine.sm4Encrypt(key, plaintext, { mode: 'CBC', padding: options.padding, iv }));
      }
      return engine.sm4Encrypt(key, plaintext, blockOptions(options, key));
    });
    return { outputs: { [options.to]: { value: encrypted, sensitivity: 'public' } } };
  },
});

export const sm4Decrypt = stepKind({
  kind: 'sm4.decrypt',
  options: sm4Options,
  reads: ({ from }) => [from],
  writes: ({ to }) => [to],
  run: (options, context) => {
    const { engine } = context;
    const key = sm4Key(options, context);
    const decrypted = mapBytes(context.read(options.from, 'bytes', 'parts'), (sealed) => {
      if (options.mode === 'GCM') {
        if (sealed.length < gcmIvLength + gcmTagLength) throw tooShort(sealed.length, gcmIvLength + gcmTagLength);
        const tagStart = sealed.length - gcmTagLength;
        return engine.sm4GcmDecrypt(
          key,
          { ciphertext: sealed.subarray(gcmIvLength, tagStart), tag: sealed.subarray(tagStart) },
          { iv: sealed.subarray(0, gcmIvLength), additionalData: new Uint8Array() },
        );
      }
      if (options.mode === 'CBC' && options.iv === 'front') {
        if (sealed.length < blockLength) throw tooShort(sealed.length, blockLength);
        const iv = sealed.subarray(0, blockLength);
        return engine.sm4Decrypt(key, sealed.subarray(blockLength), { mode: 'CBC', padding: options.padding, iv });
      }
      if (sealed.length === 0) throw tooShort(0, blockLength);
      return engine.sm4Decrypt(key, sealed, blockOptions(options, key));
    });
    return { outputs: { [options.to]: { value: decrypted, sensitivity: 'personal' } } };
  },
});

const sm2Options = z.strictObject({
  from: slotName,
  to: slotName,
  key: z.string(),
  order: z.enum(['C1C3C2', 'C1C2C3']),
  form: z.enum(['raw', 'der']),
  prefix04: flag,
});

export const sm2Encrypt = stepKind({
  kind: 'sm2.encrypt',
  seals: true,
  options: sm2Options,
  reads: ({ from }) => [from],
  writes: ({ to }) => [to],
  run: ({ from, to, key, ...layout }, context) => {
    const publicKey = readSm2PublicKey(context.key(key), { slot: key, engine: context.engine });
    const encrypted = mapBytes(context.read(from, 'bytes', 'parts'), (plaintext) =>
      context.engine.sm2Encrypt(publicKey, plaintext, layoutOf(layout)),
    );
    return { outputs: { [to]: { value: encrypted, sensitivity: 'public' } } };
  },
});

export const sm2Decrypt = stepKind({
  kind: 'sm2.decrypt',
  options: sm2Options,
  reads: ({ from }) => [from],
  writes: ({ to }) => [to],
  run: ({ from, to, key, ...layout }, context) => {
    const privateKey = readSm2PrivateKey(context.key(key), { slot: key, engine: context.engine });
    const decrypted = mapBytes(context.read(from, 'bytes', 'parts'), (ciphertext) =>
      context.engine.sm2Decrypt(privateKey, ciphertext, layoutOf(layout)),
    );
    return { outputs: { [to]: { value: decrypted, sensitivity: 'personal' } } };
  },
});

function sm4Key({ key, reading }: Sm4StepOptions, context: StepContext): Uint8Array {
  return readSymmetricKey(context.key(key), { reading, slot: key, engine: context.engine });
}

function blockOptions({ mode, padding, iv }: Sm4StepOptions, key: Uint8Array): BlockOptions {
  if (mode === 'ECB') return { mode, padding };
  return { mode: 'CBC', padding, iv: iv === 'key' ? key : new Uint8Array(blockLength) };
}

function layoutOf({
  form,
  order,
  prefix04,
}: Pick<z.infer<typeof sm2Options>, 'form' | 'order' | 'prefix04'>): Sm2CipherLayout {
  return form === 'der' ? { form } : { form, order, prefix04 };
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
