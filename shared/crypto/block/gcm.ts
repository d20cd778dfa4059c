import { HufuError } from '../../hufu-error.ts';
import type { GcmOptions, GcmResult } from '../engine.ts';
import { equalBytes } from '../equal-bytes.ts';
import type { BlockCipher } from './block-transform.ts';
import { createGhash } from './ghash.ts';
import { viewOf } from '../view-of.ts';

const blockLength = 16;
const tagLength = 16;

/** GCM (NIST SP 800-38D; RFC 8998 for SM4) over a cipher with blocks of 16 bytes. Throws `gcm.ivLength`. */
export function gcmEncrypt(cipher: BlockCipher, plaintext: Uint8Array, options: GcmOptions): GcmResult {
  requireIv(options);
  const start = firstCounter(cipher, options.iv);
  const ciphertext = addKeystream(cipher, plaintext, start);
  return { ciphertext, tag: tagOf(cipher, ciphertext, { start, additionalData: options.additionalData }) };
}

/** Throws `gcm.ivLength`, `gcm.tagLength` and `gcm.tag`; nothing is decrypted before the tag is found right. */
export function gcmDecrypt(cipher: BlockCipher, sealed: GcmResult, options: GcmOptions): Uint8Array {
  requireIv(options);
  requireTag(sealed);
  const start = firstCounter(cipher, options.iv);
  const tag = tagOf(cipher, sealed.ciphertext, { start, additionalData: options.additionalData });
  if (!equalBytes(tag, sealed.tag)) throw wrongTag();
  return addKeystream(cipher, sealed.ciphertext, start);
}

/** Throws `gcm.ivLength`. */
export function requireIv({ iv }: GcmOptions): void {
  if (iv.length > 0) return;
  throw new HufuError({
    code: 'gcm.ivLength',
    text: {
      zh: 'GCM 的 IV 不能为空（通常为 12 字节）。',
      en: 'An IV of GCM cannot be empty (it usually has 12 bytes).',
    },
  });
}

/** Throws `gcm.tagLength`. */
export function requireTag({ tag }: GcmResult): void {
  if (tag.length === tagLength) return;
  throw new HufuError({
    code: 'gcm.tagLength',
    text: {
      zh: `GCM 的校验标签应为 ${tagLength} 字节，实际 ${tag.length} 字节。`,
      en: `A tag of GCM has ${tagLength} bytes and this has ${tag.length}.`,
    },
  });
}

export function wrongTag(): HufuError {
  return new HufuError({
    code: 'gcm.tag',
    text: {
      zh: 'GCM 校验不通过：密钥、IV 或附加数据与对方不一致，或密文、标签被改动。',
      en: 'The tag of GCM is not right: key, IV or additional data differ from the other side, or ciphertext or tag were changed.',
    },
  });
}

/** J0 of clause 7.1. */
function firstCounter(cipher: BlockCipher, iv: Uint8Array): Uint8Array {
  if (iv.length !== 12) return createGhash(hashKey(cipher)).update(iv).lengths(0, iv.length).digest();
  const counter = new Uint8Array(blockLength);
  counter.set(iv);
  counter[15] = 1;
  return counter;
}

function tagOf(
  cipher: BlockCipher,
  ciphertext: Uint8Array,
  { start, additionalData }: { readonly start: Uint8Array; readonly additionalData: Uint8Array },
): Uint8Array {
  const tag = createGhash(hashKey(cipher))
    .update(additionalData)
    .update(ciphertext)
    .lengths(additionalData.length, ciphertext.length)
    .digest();
  const mask = encrypted(cipher, start);
  return tag.map((byte, index) => byte ^ (mask[index] ?? 0));
}

/** Clause 6.5 with the counter behind `start`. */
function addKeystream(cipher: BlockCipher, text: Uint8Array, start: Uint8Array): Uint8Array {
  const keystream = new Uint8Array(Math.ceil(text.length / blockLength) * blockLength);
  const view = new DataView(keystream.buffer);
  let counter = viewOf(start).getUint32(12);
  for (let offset = 0; offset < keystream.length; offset += blockLength) {
    counter = (counter + 1) >>> 0;
    keystream.set(start.subarray(0, 12), offset);
    view.setUint32(offset + 12, counter);
  }
  cipher.encryptBlocks(view, { start: 0, end: keystream.length });
  const result = keystream.subarray(0, text.length);
  for (let index = 0; index < text.length; index += 1) result[index] = (result[index] ?? 0) ^ (text[index] ?? 0);
  return result;
}

function hashKey(cipher: BlockCipher): Uint8Array {
  return encrypted(cipher, new Uint8Array(blockLength));
}

function encrypted(cipher: BlockCipher, block: Uint8Array): Uint8Array {
  const copy = new Uint8Array(block);
  cipher.encryptBlocks(viewOf(copy), { start: 0, end: blockLength });
  return copy;
}
