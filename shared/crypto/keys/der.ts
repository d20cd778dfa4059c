import { hexFromBytes } from '../encodings/hex.ts';
import { keyError } from './key-error.ts';

/** One tag, length and value of DER (X.690). */
export interface DerElement {
  /** Identifier octet: class, constructed bit and number together. */
  readonly tag: number;
  readonly content: Uint8Array;
  /** Header and content, as they stand in the input. */
  readonly bytes: Uint8Array;
}

export const derTag = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  objectIdentifier: 0x06,
  sequence: 0x30,
  set: 0x31,
} as const;

/**
 * Bytes of the largest INTEGER or OBJECT IDENTIFIER that is read: twice what the curve needs. Without a limit, reading
 * one costs the square of its length, and error messages would repeat it.
 */
const largestNumber = 64;

/** The fields of a SEQUENCE, taken in order. */
export interface DerFields {
  /** The next field. Throws `key.der` when there is none or its tag is another. */
  next(tag: number): DerElement;
  /** The next field when it has this tag. */
  optional(tag: number): DerElement | undefined;
  /** Throws `key.der` when fields are left. */
  end(): void;
}

/** The one element that `bytes` consists of. Throws `key.der` for bytes missing, bytes left over, and lengths that are not minimal. */
export function readDer(bytes: Uint8Array): DerElement {
  const element = elementAt(bytes, 0);
  const excess = bytes.length - element.bytes.length;
  if (excess > 0) {
    throw keyError('key.der', {
      zh: `结构声明共 ${element.bytes.length} 字节，后面多出 ${excess} 字节。`,
      en: `The structure says it has ${element.bytes.length} bytes, and ${excess} more follow it.`,
    });
  }
  return element;
}

/** The elements inside a constructed element. */
export function derChildren(element: DerElement): readonly DerElement[] {
  const children: DerElement[] = [];
  for (let offset = 0; offset < element.content.length; offset += children.at(-1)?.bytes.length ?? 0) {
    children.push(elementAt(element.content, offset));
  }
  return children;
}

export function derFields(element: DerElement): DerFields {
  const children = derChildren(element);
  let index = 0;
  return {
    next(tag) {
      const child = children[index];
      if (child?.tag !== tag) throw unexpectedTag(child?.tag, tag);
      index += 1;
      return child;
    },
    optional(tag) {
      const child = children[index];
      if (child?.tag !== tag) return undefined;
      index += 1;
      return child;
    },
    end() {
      const left = children[index];
      if (left !== undefined) throw unexpectedTag(left.tag, undefined);
    },
  };
}

/** Tags of the elements inside, in hex with blanks between: the outline by which key structures are told apart. */
export function derOutline(element: DerElement): string {
  return derChildren(element)
    .map((child) => hexByte(child.tag))
    .join(' ');
}

/** A non-negative INTEGER in its shortest form. */
export function derInteger(element: DerElement): bigint {
  const [first, second] = element.content;
  const padded = first === 0 && second !== undefined && second < 0x80;
  requireReadable(element);
  if (element.tag !== derTag.integer || first === undefined || first >= 0x80 || padded) {
    throw keyError('key.der', {
      zh: '结构中的整数不是最短的非负写法。',
      en: 'An integer in the structure is negative or not in its shortest form.',
    });
  }
  return bigIntFromBytes(element.content);
}

/** Dotted decimal. */
export function derObjectIdentifier(element: DerElement): string {
  requireReadable(element);
  const numbers: bigint[] = [];
  let number = 0n;
  for (const byte of element.content) {
    number = (number << 7n) | BigInt(byte & 0x7f);
    if (byte < 0x80) {
      numbers.push(number);
      number = 0n;
    }
  }
  const [head, ...tail] = numbers;
  if (element.tag !== derTag.objectIdentifier || head === undefined || (element.content.at(-1) ?? 0x80) >= 0x80) {
    throw keyError('key.der', {
      zh: '结构中的对象标识符不完整。',
      en: 'An object identifier in the structure is incomplete.',
    });
  }
  const first = head < 80n ? head / 40n : 2n;
  return [first, head - first * 40n, ...tail].join('.');
}

/** The bytes of a BIT STRING that has no unused bits. */
export function derBitString(element: DerElement): Uint8Array {
  if (element.tag !== derTag.bitString || element.content[0] !== 0) {
    throw keyError('key.der', {
      zh: '结构中的位串不是整数个字节。',
      en: 'A bit string in the structure is not a whole number of bytes.',
    });
  }
  return element.content.subarray(1);
}

export function bigIntFromBytes(bytes: Uint8Array): bigint {
  return bytes.length === 0 ? 0n : BigInt(`0x${hexFromBytes(bytes)}`);
}

function requireReadable({ content }: DerElement): void {
  if (content.length <= largestNumber) return;
  throw keyError('key.der', {
    zh: `结构中的一个数有 ${content.length} 字节，任何密钥都不会这样长。`,
    en: `A number in the structure has ${content.length} bytes, more than any key has.`,
  });
}

function elementAt(bytes: Uint8Array, start: number): DerElement {
  const tag = bytes[start];
  const short = bytes[start + 1];
  if (tag === undefined || short === undefined) throw cut({ declared: start + 2, present: bytes.length });
  if ((tag & 0x1f) === 0x1f) throw unexpectedTag(tag, undefined);
  const { length, header } = short < 0x80 ? { length: short, header: 2 } : longLength(bytes, start);
  const end = start + header + length;
  if (end > bytes.length) throw cut({ declared: end, present: bytes.length });
  return { tag, content: bytes.subarray(start + header, end), bytes: bytes.subarray(start, end) };
}

/** Up to three bytes of length: 16 MB, far above any key file. */
function longLength(bytes: Uint8Array, start: number): { length: number; header: number } {
  const count = (bytes[start + 1] ?? 0) & 0x7f;
  const digits = bytes.subarray(start + 2, start + 2 + count);
  if (count > 0 && digits.length < count) throw cut({ declared: start + 2 + count, present: bytes.length });
  const length = Number(bigIntFromBytes(digits));
  if (count === 0 || count > 3 || digits[0] === 0 || length < 0x80) {
    throw keyError('key.der', {
      zh: '结构中的长度不是 DER 的最短写法。',
      en: 'A length in the structure is not in the shortest form that DER demands.',
    });
  }
  return { length, header: 2 + count };
}

function cut({ declared, present }: { readonly declared: number; readonly present: number }): Error {
  return keyError('key.der', {
    zh: `结构声明共 ${declared} 字节，只有 ${present} 字节：末尾缺失或内容被改动。`,
    en: `The structure says it has ${declared} bytes and only ${present} are there: the end is missing or bytes were changed.`,
  });
}

function unexpectedTag(found: number | undefined, expected: number | undefined): Error {
  const words = (tag: number | undefined, none: string): string => (tag === undefined ? none : hexByte(tag));
  return keyError('key.der', {
    zh: `结构不完整或被改动：此处标签应为 ${words(expected, '无')}，实为 ${words(found, '无')}。`,
    en: `The structure is incomplete or was changed: here tag ${words(expected, 'none')} is expected and ${words(found, 'none')} was found.`,
  });
}

function hexByte(byte: number): string {
  return byte.toString(16).padStart(2, '0');
}
