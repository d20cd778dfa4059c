import { HufuError } from '../../hufu-error.ts';
import type { Sm2CipherLayout } from '../engine.ts';
import { derFields, derInteger, derTag, readDer } from '../keys/der.ts';
import { bytesFromInteger } from './big-integer.ts';
import { sm2Parameters } from './curve-parameters.ts';
import { derOctetString, derPositiveInteger, derSequence } from './der-write.ts';

/** The parts of a ciphertext (GB/T 32918.4-2016 clause 6.1). */
export interface Sm2Ciphertext {
  /** X‖Y, 64 bytes. */
  readonly c1: Uint8Array;
  readonly c2: Uint8Array;
  /** 32 bytes. */
  readonly c3: Uint8Array;
}

const pointLength = 64;
const digestLength = 32;

/** DER is `SEQUENCE {INTEGER x, INTEGER y, OCTET STRING C3, OCTET STRING C2}`, GM/T 0009-2012 clause 7.2. */
export function writeCiphertext({ c1, c2, c3 }: Sm2Ciphertext, layout: Sm2CipherLayout): Uint8Array {
  if (layout.form === 'der') {
    const x = derPositiveInteger(c1.subarray(0, 32));
    const y = derPositiveInteger(c1.subarray(32));
    return derSequence(x, y, derOctetString(c3), derOctetString(c2));
  }
  const start = layout.prefix04 ? 1 : 0;
  const bytes = new Uint8Array(start + c1.length + c2.length + c3.length);
  if (layout.prefix04) bytes[0] = 4;
  bytes.set(c1, start);
  const [second, third] = layout.order === 'C1C3C2' ? [c3, c2] : [c2, c3];
  bytes.set(second, start + c1.length);
  bytes.set(third, start + c1.length + second.length);
  return bytes;
}

/** Throws `sm2.ciphertextLength`, `sm2.ciphertextPrefix` and `sm2.ciphertextDer`. */
export function readCiphertext(bytes: Uint8Array, layout: Sm2CipherLayout): Sm2Ciphertext {
  if (layout.form === 'der') return readDerCiphertext(bytes);
  const start = layout.prefix04 ? 1 : 0;
  const least = start + pointLength + digestLength + 1;
  if (bytes.length < least) {
    throw new HufuError({
      code: 'sm2.ciphertextLength',
      text: {
        zh: `SM2 密文至少 ${least} 字节，实际 ${bytes.length} 字节。`,
        en: `An SM2 ciphertext has at least ${least} bytes and this has ${bytes.length}.`,
      },
    });
  }
  if (layout.prefix04 && bytes[0] !== 4) throw wrongPrefix(bytes[0] ?? 0);
  const c1 = bytes.subarray(start, start + pointLength);
  const rest = bytes.subarray(start + pointLength);
  return layout.order === 'C1C3C2'
    ? { c1, c3: rest.subarray(0, digestLength), c2: rest.subarray(digestLength) }
    : { c1, c2: rest.subarray(0, -digestLength), c3: rest.subarray(-digestLength) };
}

function readDerCiphertext(bytes: Uint8Array): Sm2Ciphertext {
  const parts = derParts(bytes);
  if (parts === undefined) throw notDer();
  const { x, y, c2, c3 } = parts;
  const { p } = sm2Parameters;
  if (x >= p || y >= p || c3.length !== digestLength || c2.length === 0) throw notDer();
  const c1 = new Uint8Array(pointLength);
  c1.set(bytesFromInteger(x));
  c1.set(bytesFromInteger(y), 32);
  return { c1, c2, c3 };
}

interface DerParts {
  readonly x: bigint;
  readonly y: bigint;
  readonly c2: Uint8Array;
  readonly c3: Uint8Array;
}

function derParts(bytes: Uint8Array): DerParts | undefined {
  try {
    const sequence = readDer(bytes);
    if (sequence.tag !== derTag.sequence) return undefined;
    const fields = derFields(sequence);
    const x = derInteger(fields.next(derTag.integer));
    const y = derInteger(fields.next(derTag.integer));
    const c3 = fields.next(derTag.octetString).content;
    const c2 = fields.next(derTag.octetString).content;
    fields.end();
    return { x, y, c2, c3 };
  } catch {
    return undefined;
  }
}

function wrongPrefix(found: number): HufuError {
  const hex = found.toString(16).padStart(2, '0');
  const guess =
    found === 0x30
      ? { zh: '像是 DER 形式', en: 'this looks like DER' }
      : { zh: '可能没有前缀 04', en: 'it may lack the prefix 04' };
  return new HufuError({
    code: 'sm2.ciphertextPrefix',
    text: {
      zh: `SM2 密文应以 04 开头，实际是 ${hex}；${guess.zh}。`,
      en: `The SM2 ciphertext should begin with 04 and begins with ${hex}; ${guess.en}.`,
    },
  });
}

function notDer(): HufuError {
  return new HufuError({
    code: 'sm2.ciphertextDer',
    text: {
      zh: 'SM2 密文不是 GM/T 0009 的 DER 结构（两个整数、C3、C2）；可能是 C1C3C2 或 C1C2C3 的裸拼接，或被截断。',
      en: 'The SM2 ciphertext is not the DER structure of GM/T 0009 (two integers, C3, C2); it may be raw C1C3C2 or C1C2C3, or cut off.',
    },
  });
}
