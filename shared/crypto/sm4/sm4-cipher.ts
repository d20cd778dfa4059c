import type { BlockCipher } from '../block/block-transform.ts';
import { viewOf } from '../view-of.ts';
import { wordAt } from '../word-at.ts';
import { sm4Box } from './sm4-box.ts';

/** SM4 (GM/T 0002-2012, GB/T 32907-2016) with a key of 16 bytes. */
export function sm4Cipher(key: Uint8Array): BlockCipher {
  const encryptionKeys = expandKey(key);
  const decryptionKeys = encryptionKeys.toReversed();
  return {
    blockLength: 16,
    encryptBlock: (bytes, offset) => transform(encryptionKeys, bytes, offset),
    decryptBlock: (bytes, offset) => transform(decryptionKeys, bytes, offset),
  };
}

/** Clause 7.3: FK, and CK whose bytes are 7 times their number. */
const familyKey = [0xa3b1bac6, 0x56aa3350, 0x677d9197, 0xb27022dc];
const roundConstants = Int32Array.from({ length: 32 }, (_, round) =>
  [0, 1, 2, 3].reduce((word, index) => (word << 8) | (((4 * round + index) * 7) & 0xff), 0),
);

/** Clause 6.2, substitution and diffusion L in one look-up for each byte of a word, the highest first. */
const tables = [24, 16, 8, 0].map((shift) =>
  Int32Array.from(sm4Box, (byte) => {
    const word = byte << shift;
    return word ^ rotate(word, 2) ^ rotate(word, 10) ^ rotate(word, 18) ^ rotate(word, 24);
  }),
);
const [table0, table1, table2, table3] = tables as [Int32Array, Int32Array, Int32Array, Int32Array];

function expandKey(key: Uint8Array): Int32Array {
  const view = viewOf(key);
  const words = new Int32Array(36);
  familyKey.forEach((constant, index) => {
    words[index] = view.getInt32(index * 4) ^ constant;
  });
  for (let round = 0; round < 32; round += 1) {
    const mixed =
      wordAt(words, round + 1) ^ wordAt(words, round + 2) ^ wordAt(words, round + 3) ^ wordAt(roundConstants, round);
    const substituted = substitute(mixed);
    words[round + 4] = wordAt(words, round) ^ substituted ^ rotate(substituted, 13) ^ rotate(substituted, 23);
  }
  return words.slice(4);
}

function substitute(word: number): number {
  const box = (shift: number): number => (sm4Box[(word >>> shift) & 0xff] ?? 0) << shift;
  return box(24) | box(16) | box(8) | box(0);
}

/**
 * Clause 7.1: 32 rounds, four at a time so that no word has to move, and the reversal at the end. Each round waits for the
 * one before, so the word that changed last is added last: a third less time than in the order of the standard.
 */
function transform(roundKeys: Int32Array, bytes: DataView, offset: number): void {
  let a = bytes.getInt32(offset);
  let b = bytes.getInt32(offset + 4);
  let c = bytes.getInt32(offset + 8);
  let d = bytes.getInt32(offset + 12);
  for (let round = 0; round < 32; round += 4) {
    a ^= mix(wordAt(roundKeys, round) ^ b ^ c ^ d);
    b ^= mix(wordAt(roundKeys, round + 1) ^ c ^ d ^ a);
    c ^= mix(wordAt(roundKeys, round + 2) ^ d ^ a ^ b);
    d ^= mix(wordAt(roundKeys, round + 3) ^ a ^ b ^ c);
  }
  bytes.setInt32(offset, d);
  bytes.setInt32(offset + 4, c);
  bytes.setInt32(offset + 8, b);
  bytes.setInt32(offset + 12, a);
}

function mix(word: number): number {
  return (
    wordAt(table0, word >>> 24) ^
    wordAt(table1, (word >>> 16) & 0xff) ^
    (wordAt(table2, (word >>> 8) & 0xff) ^ wordAt(table3, word & 0xff))
  );
}

function rotate(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}
