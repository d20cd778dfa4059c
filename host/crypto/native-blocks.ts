import { createCipheriv, createDecipheriv } from 'node:crypto';
import type { BlockTransform, Chaining } from '../../shared/crypto/block/block-transform.ts';
import { plainBytes } from './plain-bytes.ts';

/** ECB and CBC of OpenSSL on whole blocks. `cipher` names it without the mode: `sm4`, or one name for each key length. */
export function nativeBlocks(cipher: string | ((keyLength: number) => string)): BlockTransform {
  const nameOf = (key: Uint8Array, { mode }: Chaining): string =>
    `${typeof cipher === 'string' ? cipher : cipher(key.length)}-${mode.toLowerCase()}`;
  return {
    encrypt(key, blocks, chaining) {
      const job = createCipheriv(nameOf(key, chaining), key, ivOf(chaining)).setAutoPadding(false);
      return plainBytes(job.update(blocks));
    },
    encryptPkcs7(key, plaintext, chaining) {
      const job = createCipheriv(nameOf(key, chaining), key, ivOf(chaining));
      return plainBytes(Buffer.concat([job.update(plaintext), job.final()]));
    },
    decrypt(key, blocks, chaining) {
      const job = createDecipheriv(nameOf(key, chaining), key, ivOf(chaining)).setAutoPadding(false);
      return plainBytes(job.update(blocks));
    },
  };
}

function ivOf(chaining: Chaining): Uint8Array | null {
  return chaining.mode === 'CBC' ? chaining.iv : null;
}
