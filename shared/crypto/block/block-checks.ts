import { HufuError } from '../../hufu-error.ts';
import type { BlockOptions } from '../engine.ts';
import type { BlockAlgorithm } from './block-algorithm.ts';

/** Throws `<id>.keyLength` and `<id>.ivLength`. */
export function requireKeyAndIv(algorithm: BlockAlgorithm, key: Uint8Array, options: BlockOptions): void {
  requireKey(algorithm, key);
  if (options.mode === 'CBC' && options.iv.length !== algorithm.blockLength) {
    throw new HufuError({
      code: `${algorithm.id}.ivLength`,
      text: {
        zh: `${algorithm.name} CBC 的 IV 应为 ${algorithm.blockLength} 字节，实际 ${options.iv.length} 字节。`,
        en: `An IV of ${algorithm.name} CBC has ${algorithm.blockLength} bytes and this has ${options.iv.length}.`,
      },
    });
  }
}

/** Throws `<id>.keyLength`. */
export function requireKey({ id, name, keyLengths }: BlockAlgorithm, key: Uint8Array): void {
  if (keyLengths.includes(key.length)) return;
  throw new HufuError({
    code: `${id}.keyLength`,
    text: {
      zh: `${name} 密钥应为 ${keyLengths.join(' 或 ')} 字节，实际 ${key.length} 字节。`,
      en: `A key of ${name} has ${keyLengths.join(' or ')} bytes and this has ${key.length}.`,
    },
  });
}

/** Throws `<id>.blockLength` unless a ciphertext is a whole number of blocks. */
export function requireWholeBlocks({ id, name, blockLength }: BlockAlgorithm, ciphertext: Uint8Array): void {
  if (ciphertext.length % blockLength === 0) return;
  throw new HufuError({
    code: `${id}.blockLength`,
    text: {
      zh: `${name} 密文应为 ${blockLength} 字节的整数倍，实际 ${ciphertext.length} 字节；可能被截断，或编码方式不对。`,
      en: `A ciphertext of ${name} is a multiple of ${blockLength} bytes and this has ${ciphertext.length}; it may be cut off or decoded the wrong way.`,
    },
  });
}
