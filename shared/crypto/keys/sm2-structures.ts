import { bytesFromHex } from '../encodings/hex.ts';
import { derTag } from './der.ts';
import { writeDer } from './write-der.ts';

/** GM/T 0006: 1.2.156.10197.1.301. */
const curve = writeDer(derTag.objectIdentifier, [bytesFromHex('2a811ccf5501822d')]);
/** RFC 5480: 1.2.840.10045.2.1. */
const ecPublicKey = writeDer(derTag.objectIdentifier, [bytesFromHex('2a8648ce3d0201')]);
const algorithm = writeDer(derTag.sequence, [ecPublicKey, curve]);

interface Pair {
  /** 32 bytes. */
  readonly privateKey: Uint8Array;
  /** 04‖X‖Y. */
  readonly publicKey: Uint8Array;
}

/** ECPrivateKey (RFC 5915) with curve and public key. */
export function sec1Structure(pair: Pair): Uint8Array {
  return ecPrivateKey(pair, [writeDer(0xa0, [curve])]);
}

/** PrivateKeyInfo (RFC 5208); the curve stands in the algorithm alone, as OpenSSL and RFC 5915 clause 3 have it. */
export function pkcs8Structure(pair: Pair): Uint8Array {
  return writeDer(derTag.sequence, [integer(0), algorithm, writeDer(derTag.octetString, [ecPrivateKey(pair, [])])]);
}

/** SubjectPublicKeyInfo (RFC 5480). */
export function spkiStructure(publicKey: Uint8Array): Uint8Array {
  return writeDer(derTag.sequence, [algorithm, bits(publicKey)]);
}

function ecPrivateKey({ privateKey, publicKey }: Pair, parameters: readonly Uint8Array[]): Uint8Array {
  const octets = writeDer(derTag.octetString, [privateKey]);
  return writeDer(derTag.sequence, [integer(1), octets, ...parameters, writeDer(0xa1, [bits(publicKey)])]);
}

function integer(value: number): Uint8Array {
  return writeDer(derTag.integer, [Uint8Array.of(value)]);
}

function bits(bytes: Uint8Array): Uint8Array {
  return writeDer(derTag.bitString, [Uint8Array.of(0), bytes]);
}
