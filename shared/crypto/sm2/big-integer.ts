import { bytesToNumberBE, numberToBytesBE } from '@noble/curves/utils.js';

/** Big-endian. */
export function integerFromBytes(bytes: Uint8Array): bigint {
  return bytesToNumberBE(bytes);
}

/** 32 bytes, big-endian. */
export function bytesFromInteger(integer: bigint): Uint8Array {
  return numberToBytesBE(integer, 32);
}
