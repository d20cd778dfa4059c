import { HufuError } from '../../hufu-error.ts';
import type { BlockPadding } from '../engine.ts';
import type { BlockAlgorithm } from './block-algorithm.ts';

interface PaddingChoice {
  readonly padding: BlockPadding;
  readonly algorithm: BlockAlgorithm;
}

/** A copy of `plaintext` filled to whole blocks. Throws `<id>.notPadded` for `none` and a part of a block. */
export function addPadding(plaintext: Uint8Array, { padding, algorithm }: PaddingChoice): Uint8Array {
  const { blockLength } = algorithm;
  const excess = plaintext.length % blockLength;
  if (padding === 'none' && excess > 0) throw notPadded(plaintext.length, algorithm);
  const added = padding === 'pkcs7' ? blockLength - excess : (blockLength - excess) % blockLength;
  const padded = new Uint8Array(plaintext.length + added);
  padded.set(plaintext);
  if (padding === 'pkcs7') padded.fill(added, plaintext.length);
  return padded;
}

/**
 * The part of `padded`, whole blocks, that is not padding. `pkcs7` is checked in every byte (RFC 5652 clause 6.3);
 * `zero` takes off at most one block of zeros, since a whole block of them is what BouncyCastle adds.
 * Throws `<id>.padding` and `<id>.empty`.
 */
export function removePadding(padded: Uint8Array, { padding, algorithm }: PaddingChoice): Uint8Array {
  if (padding === 'none') return padded;
  return padding === 'pkcs7' ? removePkcs7(padded, algorithm) : removeZeros(padded, algorithm);
}

function removePkcs7(padded: Uint8Array, algorithm: BlockAlgorithm): Uint8Array {
  const added = padded.at(-1);
  if (added === undefined) throw emptyCiphertext(algorithm);
  const end = padded.length - added;
  if (added < 1 || added > algorithm.blockLength || !padded.subarray(end).every((byte) => byte === added)) {
    throw wrongPadding(algorithm);
  }
  return padded.subarray(0, end);
}

function removeZeros(padded: Uint8Array, { blockLength }: BlockAlgorithm): Uint8Array {
  const least = Math.max(0, padded.length - blockLength);
  let end = padded.length;
  while (end > least && padded[end - 1] === 0) end -= 1;
  return padded.subarray(0, end);
}

function wrongPadding({ id, name }: BlockAlgorithm): HufuError {
  return new HufuError({
    code: `${id}.padding`,
    text: {
      zh: `${name} 解密后末尾不是 PKCS#7 填充：密钥、模式、IV 或填充方式与对方不一致，或密文被改动。`,
      en: `The end of the ${name} plaintext is no PKCS#7 padding: key, mode, IV or padding differ from the other side, or the ciphertext was changed.`,
    },
  });
}

function emptyCiphertext({ id, name, blockLength }: BlockAlgorithm): HufuError {
  return new HufuError({
    code: `${id}.empty`,
    text: {
      zh: `${name} 密文为空，用 PKCS#7 填充的密文至少有 ${blockLength} 字节。`,
      en: `The ${name} ciphertext is empty; with PKCS#7 padding it has at least ${blockLength} bytes.`,
    },
  });
}

function notPadded(length: number, { id, name, blockLength }: BlockAlgorithm): HufuError {
  return new HufuError({
    code: `${id}.notPadded`,
    text: {
      zh: `不填充时 ${name} 明文应为 ${blockLength} 字节的整数倍，实际 ${length} 字节。`,
      en: `Without padding a plaintext of ${name} is a multiple of ${blockLength} bytes and this has ${length}.`,
    },
  });
}
