import { viewOf } from '../view-of.ts';

/** GHASH (NIST SP 800-38D clause 6.4) of bytes that come in pieces, each filled to a block of 16 with zeros. */
export interface Ghash {
  update(piece: Uint8Array): Ghash;
  /** The last block: the lengths in bits of what was authenticated and what was encrypted, given in bytes. */
  lengths(first: number, second: number): Ghash;
  /** 16 bytes. */
  digest(): Uint8Array;
}

/** `hashKey` is 16 bytes, the encrypted block of zeros. */
export function createGhash(hashKey: Uint8Array): Ghash {
  const multiples = multiplesOf(hashKey);
  const state = new Int32Array(4);
  const block = new DataView(new ArrayBuffer(16));

  function absorb(view: DataView, offset: number): void {
    for (let index = 0; index < 4; index += 1) {
      state[index] = (state[index] as number) ^ view.getInt32(offset + index * 4);
    }
    multiply(state, multiples);
  }

  const ghash: Ghash = {
    update(piece) {
      const view = viewOf(piece);
      const whole = piece.length - (piece.length % 16);
      for (let offset = 0; offset < whole; offset += 16) absorb(view, offset);
      if (whole < piece.length) {
        const last = new Uint8Array(block.buffer).fill(0);
        last.set(piece.subarray(whole));
        absorb(block, 0);
      }
      return ghash;
    },
    lengths(first, second) {
      block.setBigUint64(0, BigInt(first) * 8n);
      block.setBigUint64(8, BigInt(second) * 8n);
      absorb(block, 0);
      return ghash;
    },
    digest() {
      const digest = new DataView(new ArrayBuffer(16));
      state.forEach((word, index) => digest.setInt32(index * 4, word));
      return new Uint8Array(digest.buffer);
    },
  };
  return ghash;
}

/** The polynomial of clause 6.3, in the bit order of GCM: the first bit is the coefficient of x to the power 0. */
const polynomial = 0xe1 << 24;

/** What leaves at the low end when a block moves right by four bits, folded back to its first word. */
const folds = Int32Array.from({ length: 16 }, (_, nibble) => {
  let fold = 0;
  let rest = nibble;
  for (let bit = 0; bit < 4; bit += 1) {
    fold = (fold >>> 1) ^ (rest & 1 ? polynomial : 0);
    rest >>= 1;
  }
  return fold;
});

/** The 16 products of the key with a nibble, four words each. */
function multiplesOf(hashKey: Uint8Array): Int32Array {
  const view = viewOf(hashKey);
  const multiples = new Int32Array(64);
  let power = [view.getInt32(0), view.getInt32(4), view.getInt32(8), view.getInt32(12)];
  for (let bit = 8; bit > 0; bit >>= 1) {
    for (let nibble = bit; nibble < 16; nibble += 1) {
      if ((nibble & bit) === 0) continue;
      power.forEach((word, index) => {
        multiples[nibble * 4 + index] = (multiples[nibble * 4 + index] as number) ^ word;
      });
    }
    power = timesX(power);
  }
  return multiples;
}

function timesX(words: readonly number[]): number[] {
  const carry = (words[3] ?? 0) & 1 ? polynomial : 0;
  return words.map((word, index) =>
    index === 0 ? (word >>> 1) ^ carry : (word >>> 1) | (((words[index - 1] ?? 0) & 1) << 31),
  );
}

/** Multiplies the block by the key, a nibble at a time from the last to the first. */
function multiply(state: Int32Array, multiples: Int32Array): void {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  for (let index = 3; index >= 0; index -= 1) {
    const word = state[index] as number;
    for (let shift = 0; shift < 32; shift += 4) {
      const at = ((word >>> shift) & 15) * 4;
      const fold = folds[d & 15] as number;
      d = ((d >>> 4) | (c << 28)) ^ (multiples[at + 3] as number);
      c = ((c >>> 4) | (b << 28)) ^ (multiples[at + 2] as number);
      b = ((b >>> 4) | (a << 28)) ^ (multiples[at + 1] as number);
      a = (a >>> 4) ^ fold ^ (multiples[at] as number);
    }
  }
  state[0] = a;
  state[1] = b;
  state[2] = c;
  state[3] = d;
}
