import { wordAt } from '../word-at.ts';
import { viewOf } from '../view-of.ts';

/** A running SM3 (GM/T 0004-2012, GB/T 32905-2016). */
export interface Sm3Hash {
  update(bytes: Uint8Array): Sm3Hash;
  /** 32 bytes. The hash is used up: neither `update` nor `digest` may follow. */
  digest(): Uint8Array;
  /** A second hash that has read the same bytes, for messages that begin alike. */
  clone(): Sm3Hash;
}

const blockLength = 64;

/** Clause 4.1. */
const initial = new Int32Array([
  0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e,
]);

/** Clause 4.2: T of each round, already rotated by the number of the round as clause 5.3.3 uses it. */
const constants = Int32Array.from({ length: 64 }, (_, round) => {
  const constant = round < 16 ? 0x79cc4519 : 0x7a879d8a;
  return (constant << (round % 32)) | (constant >>> (32 - (round % 32)));
});

/** Words of the block being compressed (clause 5.3.2): the one scratch space of all hashes, filled anew by each block. */
const words = new Int32Array(68);

/** SM3 of `message`: 32 bytes. */
export function sm3(message: Uint8Array): Uint8Array {
  return createSm3().update(message).digest();
}

export function createSm3(): Sm3Hash {
  return runningHash({ state: initial.slice(), rest: new Uint8Array(blockLength), length: 0 });
}

interface HashState {
  readonly state: Int32Array;
  /** Bytes that do not fill a block yet. */
  readonly rest: Uint8Array;
  /** Bytes read in all. */
  length: number;
}

function runningHash(hash: HashState): Sm3Hash {
  const self: Sm3Hash = {
    update(bytes) {
      absorb(hash, bytes);
      return self;
    },
    digest: () => finish(hash),
    clone: () => runningHash({ state: hash.state.slice(), rest: hash.rest.slice(), length: hash.length }),
  };
  return self;
}

function absorb(hash: HashState, bytes: Uint8Array): void {
  const { state, rest } = hash;
  const filled = hash.length % blockLength;
  hash.length += bytes.length;
  let offset = 0;
  if (filled > 0) {
    offset = Math.min(blockLength - filled, bytes.length);
    rest.set(bytes.subarray(0, offset), filled);
    if (filled + offset < blockLength) return;
    compress(state, viewOf(rest), 0);
  }
  const view = viewOf(bytes);
  for (; offset + blockLength <= bytes.length; offset += blockLength) compress(state, view, offset);
  rest.set(bytes.subarray(offset));
}

/** Clause 5.2: a one bit, zeros, and the number of bits in 64 bits. */
function finish({ state, rest, length }: HashState): Uint8Array {
  const view = viewOf(rest);
  const filled = length % blockLength;
  rest[filled] = 0x80;
  rest.fill(0, filled + 1);
  if (filled >= blockLength - 8) {
    compress(state, view, 0);
    rest.fill(0);
  }
  view.setUint32(56, Math.floor(length / 0x2000_0000));
  view.setUint32(60, (length * 8) >>> 0);
  compress(state, view, 0);

  const digest = new Uint8Array(32);
  const digestView = viewOf(digest);
  for (let index = 0; index < 8; index += 1) digestView.setInt32(index * 4, wordAt(state, index));
  return digest;
}

/** Clauses 5.3.2 and 5.3.3 on the block at `offset`. */
function compress(state: Int32Array, message: DataView, offset: number): void {
  for (let index = 0; index < 16; index += 1) words[index] = message.getInt32(offset + index * 4);
  for (let index = 16; index < 68; index += 1) {
    const recent = wordAt(words, index - 3);
    const older = wordAt(words, index - 13);
    const mixed = wordAt(words, index - 16) ^ wordAt(words, index - 9) ^ ((recent << 15) | (recent >>> 17));
    const permuted = mixed ^ ((mixed << 15) | (mixed >>> 17)) ^ ((mixed << 23) | (mixed >>> 9));
    words[index] = permuted ^ ((older << 7) | (older >>> 25)) ^ wordAt(words, index - 6);
  }

  let a = wordAt(state, 0);
  let b = wordAt(state, 1);
  let c = wordAt(state, 2);
  let d = wordAt(state, 3);
  let e = wordAt(state, 4);
  let f = wordAt(state, 5);
  let g = wordAt(state, 6);
  let h = wordAt(state, 7);
  for (let round = 0; round < 64; round += 1) {
    const word = wordAt(words, round);
    const a12 = (a << 12) | (a >>> 20);
    const sum = (a12 + e + wordAt(constants, round)) | 0;
    const ss1 = (sum << 7) | (sum >>> 25);
    const ff = round < 16 ? a ^ b ^ c : (a & b) | (a & c) | (b & c);
    const gg = round < 16 ? e ^ f ^ g : (e & f) | (~e & g);
    const tt1 = (ff + d + (ss1 ^ a12) + (word ^ wordAt(words, round + 4))) | 0;
    const tt2 = (gg + h + ss1 + word) | 0;
    d = c;
    c = (b << 9) | (b >>> 23);
    b = a;
    a = tt1;
    h = g;
    g = (f << 19) | (f >>> 13);
    f = e;
    e = tt2 ^ ((tt2 << 9) | (tt2 >>> 23)) ^ ((tt2 << 17) | (tt2 >>> 15));
  }
  state[0] = wordAt(state, 0) ^ a;
  state[1] = wordAt(state, 1) ^ b;
  state[2] = wordAt(state, 2) ^ c;
  state[3] = wordAt(state, 3) ^ d;
  state[4] = wordAt(state, 4) ^ e;
  state[5] = wordAt(state, 5) ^ f;
  state[6] = wordAt(state, 6) ^ g;
  state[7] = wordAt(state, 7) ^ h;
}
