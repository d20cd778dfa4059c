/** Compresses the block of 64 bytes at `offset` of `message` into `state`, eight words (GM/T 0004-2012 clause 5.3). */
export const compress = createCompression();

/**
 * What the rounds look up stands inside a function: bundlers make variables of a module's constants, and then engines
 * check the arrays anew at each of 400 accesses, for half as much time again. For the same reason an index that is known
 * to be within its array is said to give a number.
 */
function createCompression(): (state: Int32Array, message: DataView, offset: number) => void {
  /** Clause 4.2: T of each round, already rotated by the number of the round as clause 5.3.3 uses it. */
  const constants = Int32Array.from({ length: 64 }, (_, round) => {
    const constant = round < 16 ? 0x79cc4519 : 0x7a879d8a;
    return (constant << (round % 32)) | (constant >>> (32 - (round % 32)));
  });

  /** Words of the block (clause 5.3.2): the one scratch space of all hashes, filled anew by each block. */
  const words = new Int32Array(68);

  return (state, message, offset) => {
    for (let index = 0; index < 16; index += 1) words[index] = message.getInt32(offset + index * 4);
    for (let index = 16; index < 68; index += 1) {
      const recent = words[index - 3] as number;
      const older = words[index - 13] as number;
      const mixed = (words[index - 16] as number) ^ (words[index - 9] as number) ^ ((recent << 15) | (recent >>> 17));
      const permuted = mixed ^ ((mixed << 15) | (mixed >>> 17)) ^ ((mixed << 23) | (mixed >>> 9));
      words[index] = permuted ^ ((older << 7) | (older >>> 25)) ^ (words[index - 6] as number);
    }

    let a = state[0] as number;
    let b = state[1] as number;
    let c = state[2] as number;
    let d = state[3] as number;
    let e = state[4] as number;
    let f = state[5] as number;
    let g = state[6] as number;
    let h = state[7] as number;
    // FF and GG of clause 4.3 change after 16 rounds; one loop that asked each time would take half as long again.
    for (let round = 0; round < 16; round += 1) {
      const word = words[round] as number;
      const a12 = (a << 12) | (a >>> 20);
      const sum = (a12 + e + (constants[round] as number)) | 0;
      const ss1 = (sum << 7) | (sum >>> 25);
      const tt1 = ((a ^ b ^ c) + d + (ss1 ^ a12) + (word ^ (words[round + 4] as number))) | 0;
      const tt2 = ((e ^ f ^ g) + h + ss1 + word) | 0;
      d = c;
      c = (b << 9) | (b >>> 23);
      b = a;
      a = tt1;
      h = g;
      g = (f << 19) | (f >>> 13);
      f = e;
      e = tt2 ^ ((tt2 << 9) | (tt2 >>> 23)) ^ ((tt2 << 17) | (tt2 >>> 15));
    }
    for (let round = 16; round < 64; round += 1) {
      const word = words[round] as number;
      const a12 = (a << 12) | (a >>> 20);
      const sum = (a12 + e + (constants[round] as number)) | 0;
      const ss1 = (sum << 7) | (sum >>> 25);
      const tt1 = (((a & b) | (c & (a | b))) + d + (ss1 ^ a12) + (word ^ (words[round + 4] as number))) | 0;
      const tt2 = ((g ^ (e & (f ^ g))) + h + ss1 + word) | 0;
      d = c;
      c = (b << 9) | (b >>> 23);
      b = a;
      a = tt1;
      h = g;
      g = (f << 19) | (f >>> 13);
      f = e;
      e = tt2 ^ ((tt2 << 9) | (tt2 >>> 23)) ^ ((tt2 << 17) | (tt2 >>> 15));
    }
    state[0] = (state[0] as number) ^ a;
    state[1] = (state[1] as number) ^ b;
    state[2] = (state[2] as number) ^ c;
    state[3] = (state[3] as number) ^ d;
    state[4] = (state[4] as number) ^ e;
    state[5] = (state[5] as number) ^ f;
    state[6] = (state[6] as number) ^ g;
    state[7] = (state[7] as number) ^ h;
  };
}
