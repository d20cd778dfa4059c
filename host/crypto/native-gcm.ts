import { createCipheriv, createDecipheriv } from 'node:crypto';
import type { BlockAlgorithm } from '../../shared/crypto/block/block-algorithm.ts';
import { requireKey } from '../../shared/crypto/block/block-checks.ts';
import { requireIv, requireTag, wrongTag } from '../../shared/crypto/block/gcm.ts';
import type { CryptoEngine, GcmOptions } from '../../shared/crypto/engine.ts';
import { plainBytes } from './plain-bytes.ts';

export interface NativeGcm {
  readonly encrypt: CryptoEngine['sm4GcmEncrypt'];
  readonly decrypt: CryptoEngine['sm4GcmDecrypt'];
}

/** GCM of OpenSSL under `name` (`sm4-gcm` since OpenSSL 3.1). Refuses what the portable engine refuses. */
export function nativeGcm(name: `${string}-gcm`, algorithm: BlockAlgorithm): NativeGcm {
  return {
    encrypt(key, plaintext, options) {
      requireInputs(algorithm, key, options);
      const job = createCipheriv(name as 'aes-128-gcm', key, options.iv, { authTagLength: 16 });
      job.setAAD(options.additionalData);
      const ciphertext = plainBytes(job.update(plaintext));
      job.final();
      return { ciphertext, tag: plainBytes(job.getAuthTag()) };
    },
    decrypt(key, sealed, options) {
      requireInputs(algorithm, key, options);
      requireTag(sealed);
      const job = createDecipheriv(name as 'aes-128-gcm', key, options.iv, { authTagLength: 16 });
      job.setAAD(options.additionalData);
      job.setAuthTag(sealed.tag);
      const plaintext = plainBytes(job.update(sealed.ciphertext));
      try {
        job.final();
      } catch {
        throw wrongTag();
      }
      return plaintext;
    },
  };
}

function requireInputs(algorithm: BlockAlgorithm, key: Uint8Array, options: GcmOptions): void {
  requireKey(algorithm, key);
  requireIv(options);
}
