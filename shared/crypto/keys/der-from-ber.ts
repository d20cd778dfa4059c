import { keyError } from './key-error.ts';
import { writeDer } from './write-der.ts';

/** Structures of PKCS#12 are nested about ten deep. */
const deepest = 40;

/**
 * BER rewritten with definite, shortest lengths and unbroken octet strings. PKCS#12 is allowed to be BER and
 * BouncyCastle writes it so; whatever else is read here is DER. Bytes behind the element are refused. Throws `key.der`.
 */
export function derFromBer(bytes: Uint8Array): Uint8Array {
  const { der, end } = rewritten(bytes, 0, 0);
  if (end !== bytes.length) throw broken();
  return der;
}

function rewritten(
  bytes: Uint8Array,
  start: number,
  depth: number,
): { readonly der: Uint8Array; readonly end: number } {
  const tag = bytes[start];
  const first = bytes[start + 1];
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f || depth > deepest) throw broken();
  const indefinite = first === 0x80;
  const { length, header } = indefinite ? { length: 0, header: 2 } : definiteLength(bytes, start + 1, first);
  const contentStart = start + header;
  const contentEnd = indefinite ? bytes.length : contentStart + length;
  if (contentEnd > bytes.length) throw broken();
  const constructed = (tag & 0x20) !== 0;
  if (!constructed) {
    if (indefinite) throw broken();
    return { der: writeDer(tag, [bytes.subarray(contentStart, contentEnd)]), end: contentEnd };
  }
  const children: Uint8Array[] = [];
  let offset = contentStart;
  while (offset < contentEnd && !(indefinite && bytes[offset] === 0 && bytes[offset + 1] === 0)) {
    const child = rewritten(bytes.subarray(0, contentEnd), offset, depth + 1);
    children.push(child.der);
    offset = child.end;
  }
  if (indefinite && offset + 2 > contentEnd) throw broken();
  const end = indefinite ? offset + 2 : contentEnd;
  if (tag === 0x24) return { der: writeDer(0x04, children.map(contentOf)), end };
  return { der: writeDer(tag, children), end };
}

/** The content of an octet string that has just been written: at most four bytes of length. */
function contentOf(der: Uint8Array): Uint8Array {
  if (der[0] !== 0x04) throw broken();
  const first = der[1] ?? 0;
  return der.subarray(first < 0x80 ? 2 : 2 + (first & 0x7f));
}

function definiteLength(
  bytes: Uint8Array,
  at: number,
  first: number,
): { readonly length: number; readonly header: number } {
  if (first < 0x80) return { length: first, header: 2 };
  const count = first & 0x7f;
  const digits = bytes.subarray(at + 1, at + 1 + count);
  const length = digits.reduce((number, digit) => number * 256 + digit, 0);
  if (digits.length < count || length > bytes.length) throw broken();
  return { length, header: 2 + count };
}

function broken(): Error {
  return keyError('key.der', {
    zh: 'PKCS#12 的结构不完整或被改动。',
    en: 'The structure of the PKCS#12 file is incomplete or was changed.',
  });
}
