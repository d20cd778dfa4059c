import type { Sm2SignatureForm } from '../engine.ts';
import { derFields, derInteger, derTag, readDer } from '../keys/der.ts';
import { bytesFromInteger, integerFromBytes } from './big-integer.ts';
import { sm2Parameters } from './curve-parameters.ts';
import { derPositiveInteger, derSequence } from './der-write.ts';

export interface Sm2Signature {
  readonly r: bigint;
  readonly s: bigint;
}

/** 64 bytes r‖s, or `SEQUENCE {INTEGER r, INTEGER s}` (GM/T 0009-2012 clause 7.3). */
export function writeSignature({ r, s }: Sm2Signature, form: Sm2SignatureForm): Uint8Array {
  const first = bytesFromInteger(r);
  const second = bytesFromInteger(s);
  if (form === 'der') return derSequence(derPositiveInteger(first), derPositiveInteger(second));
  const signature = new Uint8Array(64);
  signature.set(first);
  signature.set(second, 32);
  return signature;
}

/** Undefined when the bytes are not exactly this form, or r or s is not in 1..n−1. */
export function readSignature(signature: Uint8Array, form: Sm2SignatureForm): Sm2Signature | undefined {
  const numbers = form === 'der' ? readDerSignature(signature) : readPlainSignature(signature);
  return numbers !== undefined && isInRange(numbers.r) && isInRange(numbers.s) ? numbers : undefined;
}

function readPlainSignature(signature: Uint8Array): Sm2Signature | undefined {
  if (signature.length !== 64) return undefined;
  return { r: integerFromBytes(signature.subarray(0, 32)), s: integerFromBytes(signature.subarray(32)) };
}

function readDerSignature(signature: Uint8Array): Sm2Signature | undefined {
  try {
    const sequence = readDer(signature);
    if (sequence.tag !== derTag.sequence) return undefined;
    const fields = derFields(sequence);
    const r = derInteger(fields.next(derTag.integer));
    const s = derInteger(fields.next(derTag.integer));
    fields.end();
    return { r, s };
  } catch {
    return undefined;
  }
}

function isInRange(number: bigint): boolean {
  return number >= 1n && number < sm2Parameters.n;
}
