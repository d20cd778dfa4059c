/** RFC 2268 clause 2: a permutation of 0..255 drawn from the digits of pi. */
const piTable = Uint8Array.from(
  `d978f9c419ddb5ed28e9fd794aa0d89dc67e37832b76538e624c6488448bfba2179a59f587b34f1361456d8d09817d32
   bd8f40eb86b77b0bf09521225c6b4e8254d66593ce60b21c7356c014a78cf1dc1275ca1f3bbee4d1423dd430a33cb626
   6fbf0eda4669075727f21d9bbc944303f811c7f690ef3ee706c3d52fc8661ed708e8eade8052eef784aa72ac354d6a2a
   961ad2715a1549744b9fd05e0418a4ecc2e0416e0f51cbcc2491af50a1f47039997c3a8523b8b47afc02365b25559731
   2d5dfa98e38a92ae05df2910676cbac9d300e6cfe19ea82c6316013f58e289a90d38341bab33ffb0bb480c5fb9b1cd2e
   c5f3db47e5a59c770aa62068fe7fc1ad`.match(/[0-9a-f]{2}/g) ?? [],
  (hex) => Number.parseInt(hex, 16),
);

/**
 * RC2 in CBC mode (RFC 2268), without taking off the padding. Broken long ago and never written here: older programs
 * put the certificates of PKCS#12 files in it. `effectiveBits` is the key length that RC2 reduces every key to.
 */
export function rc2CbcDecrypt(options: {
  readonly key: Uint8Array;
  readonly iv: Uint8Array;
  readonly ciphertext: Uint8Array;
  readonly effectiveBits: number;
}): Uint8Array {
  const schedule = expandedKey(options.key, options.effectiveBits);
  const plaintext = new Uint8Array(options.ciphertext.length);
  let previous = options.iv;
  for (let start = 0; start < plaintext.length; start += 8) {
    const block = options.ciphertext.subarray(start, start + 8);
    decryptBlock(block, schedule).forEach((byte, index) => {
      plaintext[start + index] = byte ^ (previous[index] ?? 0);
    });
    previous = block;
  }
  return plaintext;
}

/** Clause 2: 64 words of 16 bits. */
function expandedKey(key: Uint8Array, effectiveBits: number): Uint16Array {
  const bytes = new Uint8Array(128);
  bytes.set(key);
  const at = (index: number): number => bytes[index] ?? 0;
  const substituted = (index: number): number => piTable[index & 0xff] ?? 0;
  for (let index = key.length; index < 128; index += 1) {
    bytes[index] = substituted(at(index - 1) + at(index - key.length));
  }
  const effectiveBytes = Math.ceil(effectiveBits / 8);
  const mask = 0xff >> (effectiveBytes * 8 - effectiveBits);
  bytes[128 - effectiveBytes] = substituted(at(128 - effectiveBytes) & mask);
  for (let index = 127 - effectiveBytes; index >= 0; index -= 1) {
    bytes[index] = substituted(at(index + 1) ^ at(index + effectiveBytes));
  }
  return Uint16Array.from({ length: 64 }, (_, index) => at(index * 2) | (at(index * 2 + 1) << 8));
}

const shifts = [1, 2, 3, 5];

/** Clause 4: 5 mixing rounds, a mashing round, 6 mixing, a mashing, 5 mixing, each backwards. */
function decryptBlock(block: Uint8Array, schedule: Uint16Array): Uint8Array {
  const words = Uint16Array.from(
    { length: 4 },
    (_, index) => (block[index * 2] ?? 0) | ((block[index * 2 + 1] ?? 0) << 8),
  );
  const word = (index: number): number => words[index & 3] ?? 0;
  for (let step = 63; step >= 0; step -= 1) {
    const index = step & 3;
    const shift = shifts[index] ?? 0;
    const rotated = (word(index) >> shift) | (word(index) << (16 - shift));
    const mixed = (word(index - 1) & word(index - 2)) + (~word(index - 1) & word(index - 3));
    words[index] = rotated - (schedule[step] ?? 0) - mixed;
    if (step === 44 || step === 20) {
      for (let mashed = 3; mashed >= 0; mashed -= 1) {
        words[mashed] = word(mashed) - (schedule[word(mashed - 1) & 63] ?? 0);
      }
    }
  }
  return Uint8Array.from({ length: 8 }, (_, index) => word(index >> 1) >> ((index & 1) * 8));
}
