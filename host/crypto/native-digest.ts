import { createHash, createHmac } from 'node:crypto';
import { plainBytes } from './plain-bytes.ts';

/** A digest of OpenSSL. Throws at the first use where OpenSSL does not have it. */
export function nativeDigest(name: string): (message: Uint8Array) => Uint8Array {
  return (message) => plainBytes(createHash(name).update(message).digest());
}

export function nativeHmac(name: string): (key: Uint8Array, message: Uint8Array) => Uint8Array {
  return (key, message) => plainBytes(createHmac(name, key).update(message).digest());
}
