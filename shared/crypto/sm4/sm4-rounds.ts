import type { BlockRange } from '../block/block-transform.ts';
import { sm4Box } from './sm4-box.ts';

/** SM4 of the blocks in a range, in place, with 32 round keys: those of decryption are the same in reverse. */
export const transform = createTransform();

/**
 * The table stands inside a function: bundlers make variables of a module's constants, and then engines check the array
 * anew at each look-up. For the same reason an index that is known to be within it is said to give a number.
 */
function createTransform(): (roundKeys: Int32Array, bytes: DataView, range: BlockRange) => void {
  /** Clause 6.2, substitution and diffusion L in one look-up: 256 words for each byte of a word, the highest first. */
  const table = new Int32Array(1024);
  [24, 16, 8, 0].forEach((shift, index) => {
    sm4Box.forEach((byte, value) => {
      const word = byte << shift;
      table[index * 256 + value] = word ^ rotate(word, 2) ^ rotate(word, 10) ^ rotate(word, 18) ^ rotate(word, 24);
    });
  });

  function mix(word: number): number {
    return (
      (table[word >>> 24] as number) ^
      (table[256 | ((word >>> 16) & 0xff)] as number) ^
      ((table[512 | ((word >>> 8) & 0xff)] as number) ^ (table[768 | (word & 0xff)] as number))
    );
  }

  /**
   * Clause 7.1: 32 rounds, four at a time so that no word has to move, and the reversal at the end. Each round waits for
   * the one before, so the word that changed last is added last.
   */
  function transformOne(roundKeys: Int32Array, bytes: DataView, offset: number): void {
    let a = bytes.getInt32(offset);
    let b = bytes.getInt32(offset + 4);
    let c = bytes.getInt32(offset + 8);
    let d = bytes.getInt32(offset + 12);
    for (let round = 0; round < 32; round += 4) {
      a ^= mix((roundKeys[round] as number) ^ b ^ c ^ d);
      b ^= mix((roundKeys[round + 1] as number) ^ c ^ d ^ a);
      c ^= mix((roundKeys[round + 2] as number) ^ d ^ a ^ b);
      d ^= mix((roundKeys[round + 3] as number) ^ a ^ b ^ c);
    }
    bytes.setInt32(offset, d);
    bytes.setInt32(offset + 4, c);
    bytes.setInt32(offset + 8, b);
    bytes.setInt32(offset + 12, a);
  }

  /** The same for the block at `offset` and the one behind it. */
  function transformTwo(roundKeys: Int32Array, bytes: DataView, offset: number): void {
    let a = bytes.getInt32(offset);
    let b = bytes.getInt32(offset + 4);
    let c = bytes.getInt32(offset + 8);
    let d = bytes.getInt32(offset + 12);
    let e = bytes.getInt32(offset + 16);
    let f = bytes.getInt32(offset + 20);
    let g = bytes.getInt32(offset + 24);
    let h = bytes.getInt32(offset + 28);
    for (let round = 0; round < 32; round += 4) {
      const key0 = roundKeys[round] as number;
      a ^= mix(key0 ^ b ^ c ^ d);
      e ^= mix(key0 ^ f ^ g ^ h);
      const key1 = roundKeys[round + 1] as number;
      b ^= mix(key1 ^ c ^ d ^ a);
      f ^= mix(key1 ^ g ^ h ^ e);
      const key2 = roundKeys[round + 2] as number;
      c ^= mix(key2 ^ d ^ a ^ b);
      g ^= mix(key2 ^ h ^ e ^ f);
      const key3 = roundKeys[round + 3] as number;
      d ^= mix(key3 ^ a ^ b ^ c);
      h ^= mix(key3 ^ e ^ f ^ g);
    }
    bytes.setInt32(offset, d);
    bytes.setInt32(offset + 4, c);
    bytes.setInt32(offset + 8, b);
    bytes.setInt32(offset + 12, a);
    bytes.setInt32(offset + 16, h);
    bytes.setInt32(offset + 20, g);
    bytes.setInt32(offset + 24, f);
    bytes.setInt32(offset + 28, e);
  }

  /** Blocks do not depend on each other here, so that two at a time fill the time in which one waits for its look-ups. */
  return (roundKeys, bytes, { start, end }) => {
    let offset = start;
    for (; offset + 32 <= end; offset += 32) transformTwo(roundKeys, bytes, offset);
    if (offset < end) transformOne(roundKeys, bytes, offset);
  };
}

function rotate(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}
