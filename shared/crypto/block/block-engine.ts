import type { BlockOptions } from '../engine.ts';
import type { BlockAlgorithm } from './block-algorithm.ts';
import { requireKeyAndIv, requireWholeBlocks } from './block-checks.ts';
import type { BlockTransform } from './block-transform.ts';
import { addPadding, removePadding } from './padding.ts';

export interface BlockEngine {
  readonly encrypt: (key: Uint8Array, plaintext: Uint8Array, options: BlockOptions) => Uint8Array;
  readonly decrypt: (key: Uint8Array, ciphertext: Uint8Array, options: BlockOptions) => Uint8Array;
}

/** Checks and paddings around what a cipher does to whole blocks: the same ones whoever carries it out. */
export function createBlockEngine(algorithm: BlockAlgorithm, transform: BlockTransform): BlockEngine {
  return {
    encrypt(key, plaintext, options) {
      requireKeyAndIv(algorithm, key, options);
      if (options.padding === 'pkcs7' && transform.encryptPkcs7 !== undefined) {
        return transform.encryptPkcs7(key, plaintext, options);
      }
      const blocks = addPadding(plaintext, { padding: options.padding, algorithm });
      return blocks.length === 0 ? blocks : transform.encrypt(key, blocks, options);
    },
    decrypt(key, ciphertext, options) {
      requireKeyAndIv(algorithm, key, options);
      requireWholeBlocks(algorithm, ciphertext);
      const blocks = ciphertext.length === 0 ? new Uint8Array() : transform.decrypt(key, ciphertext, options);
      return removePadding(blocks, { padding: options.padding, algorithm });
    },
  };
}
