import type { BlockCipher } from '../block/block-transform.ts';
import { viewOf } from '../view-of.ts';
import { sm4Box } from './sm4-box.ts';
import { transform } from './sm4-rounds.ts';

/** SM4 (GM/T 0002-2012, GB/T 32907-2016) with a key of 16 bytes. */
export function sm4Cipher(key: Uint8Array): BlockCipher {
  const encryptionKeys = expandKey(key);
  const decryptionKeys = encryptionKeys.toReversed();
  return {
    blockLength: 16,
    encryptBlocks: (bytes, range) => transform(encryptionKeys, bytes, range),
    decryptBlocks: (bytes, range) => transform(decryptionKeys, bytes, range),
  };
}

/** Clause 7.3: FK, and CK whose bytes are 7 times their number. */
const familyKey = [0xa3b1bac6, 0x56aa3350, 0x677d9197, 0xb27022dc];
const roundConstants = Int32Array.from({ length: 32 }, (_, round) =>
  [0, 1, 2, 3].reduce((word, index) => (word << 8) | (((4 * round + index) * 7) & 0xff), 0),
);

function expandKey(key: Uint8Array): Int32Array {
  const view = viewOf(key);
  const words = new Int32Array(36);
  familyKey.forEach((constant, index) => {
    words[index] = view.getInt32(index * 4) ^ constant;
  });
  for (let round = 0; round < 32; round += 1) {
    const sum =
      (words[round + 1] as number) ^
      (words[round + 2] as number) ^
      (words[round + 3] as number) ^
      (roundConstants[round] as number);
    const substituted = substitute(sum);
    words[round + 4] = (words[round] as number) ^ substituted ^ rotate(substituted, 13) ^ rotate(substituted, 23);
  }
  return words.slice(4);
}

function substitute(word: number): number {
  const box = (shift: number): number => (sm4Box[(word >>> shift) & 0xff] ?? 0) << shift;
  return box(24) | box(16) | box(8) | box(0);
}

function rotate(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}
