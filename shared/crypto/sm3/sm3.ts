import { viewOf } from '../view-of.ts';
import { compress } from './compress.ts';

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
  for (let index = 0; index < 8; index += 1) digestView.setInt32(index * 4, state[index] as number);
  return digest;
}
