import type { BlockCipher, BlockRange } from '../block/block-transform.ts';
import { keyChoice1, keyChoice2, keyRotations, permutation, substitutionBoxes } from './des-tables.ts';

/**
 * DES three times (FIPS 46-3, NIST SP 800-67): encrypt, decrypt, encrypt with three keys of 24 bytes, or with two of 16
 * where the first is the third as well. Parity bits are not looked at. Only for platforms that demand it.
 */
export function desEdeCipher(key: Uint8Array): BlockCipher {
  const first = keySchedule(key.subarray(0, 8));
  const second = keySchedule(key.subarray(8, 16));
  const third = key.length === 24 ? keySchedule(key.subarray(16)) : first;
  const encryption = [first, reversed(second), third];
  const decryption = [reversed(third), second, reversed(first)];
  return {
    blockLength,
    encryptBlocks: (bytes, range) => transformAll(encryption, bytes, range),
    decryptBlocks: (bytes, range) => transformAll(decryption, bytes, range),
  };
}

const blockLength = 8;
const rounds = 16;
const boxes = 8;

/** S-box and permutation P in one look-up: 64 words for each box. */
const boxWords = Int32Array.from({ length: boxes * 64 }, (_, index) => {
  const box = index >> 6;
  const input = index & 63;
  // Row: the outer bits; column: the four between.
  const row = ((input >> 4) & 2) | (input & 1);
  const column = (input >> 1) & 15;
  const output = Number.parseInt(substitutionBoxes[box]?.charAt(row * 16 + column) ?? '', 16);
  const placed = output << (28 - box * 4);
  return permutation.reduce((word, position, bit) => word | (((placed >>> (32 - position)) & 1) << (31 - bit)), 0);
});

/** Eight groups of six bits for each round. */
function keySchedule(key: Uint8Array): Int32Array {
  const bits = keyChoice1.map((position) => ((key[(position - 1) >> 3] ?? 0) >> (7 - ((position - 1) & 7))) & 1);
  let left = bits.slice(0, 28);
  let right = bits.slice(28);
  const groups = new Int32Array(rounds * boxes);
  keyRotations.forEach((rotation, round) => {
    left = [...left.slice(rotation), ...left.slice(0, rotation)];
    right = [...right.slice(rotation), ...right.slice(0, rotation)];
    const both = [...left, ...right];
    keyChoice2.forEach((position, bit) => {
      const group = round * boxes + Math.floor(bit / 6);
      groups[group] = ((groups[group] as number) << 1) | (both[position - 1] ?? 0);
    });
  });
  return groups;
}

/** The keys of the last round first: with them DES decrypts. */
function reversed(groups: Int32Array): Int32Array {
  return Int32Array.from(
    groups,
    (_, index) => groups[(rounds - 1 - Math.floor(index / boxes)) * boxes + (index % boxes)] as number,
  );
}

function transformAll(schedules: readonly Int32Array[], bytes: DataView, { start, end }: BlockRange): void {
  for (let offset = start; offset < end; offset += blockLength) transform(schedules, bytes, offset);
}

/** The final permutation of each DES and the initial one of the next undo each other, so both are done once. */
function transform(schedules: readonly Int32Array[], bytes: DataView, offset: number): void {
  let left = bytes.getInt32(offset);
  let right = bytes.getInt32(offset + 4);

  // The initial permutation, as exchanges of bits between the halves.
  let moved = ((left >>> 4) ^ right) & 0x0f0f0f0f;
  right ^= moved;
  left ^= moved << 4;
  moved = ((left >>> 16) ^ right) & 0x0000ffff;
  right ^= moved;
  left ^= moved << 16;
  moved = ((right >>> 2) ^ left) & 0x33333333;
  left ^= moved;
  right ^= moved << 2;
  moved = ((right >>> 8) ^ left) & 0x00ff00ff;
  left ^= moved;
  right ^= moved << 8;
  moved = ((left >>> 1) ^ right) & 0x55555555;
  right ^= moved;
  left ^= moved << 1;

  for (const groups of schedules) {
    for (let round = 0; round < rounds; round += 1) {
      const next = left ^ substituted(right, groups, round * boxes);
      left = right;
      right = next;
    }
    const last = left;
    left = right;
    right = last;
  }

  // The final permutation: the same exchanges backwards.
  moved = ((left >>> 1) ^ right) & 0x55555555;
  right ^= moved;
  left ^= moved << 1;
  moved = ((right >>> 8) ^ left) & 0x00ff00ff;
  left ^= moved;
  right ^= moved << 8;
  moved = ((right >>> 2) ^ left) & 0x33333333;
  left ^= moved;
  right ^= moved << 2;
  moved = ((left >>> 16) ^ right) & 0x0000ffff;
  right ^= moved;
  left ^= moved << 16;
  moved = ((left >>> 4) ^ right) & 0x0f0f0f0f;
  right ^= moved;
  left ^= moved << 4;

  bytes.setInt32(offset, left);
  bytes.setInt32(offset + 4, right);
}

/** f(R, K): each box takes six bits, its own four and one of each neighbour, from R turned by one bit. */
function substituted(half: number, groups: Int32Array, at: number): number {
  let turned = (half >>> 1) | (half << 31);
  let word = 0;
  for (let box = 0; box < boxes; box += 1) {
    const input = (turned >>> 26) ^ (groups[at + box] as number);
    word |= boxWords[box * 64 + input] as number;
    turned = (turned << 4) | (turned >>> 28);
  }
  return word;
}
