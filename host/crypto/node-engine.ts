import { randomFillSync } from 'node:crypto';
import type { CryptoEngine, RandomBytes } from '../../shared/crypto/engine.ts';
import { createPortableEngine } from '../../shared/crypto/portable-engine.ts';
import { knownAnswers, passes, type Algorithm } from '../../shared/crypto/self-test.ts';
import { nativeAlgorithms, type NativeAlgorithms } from './native-algorithms.ts';

export interface NodeEngine extends CryptoEngine {
  /** What OpenSSL carries out; all else is the portable engine's. */
  readonly native: readonly Algorithm[];
}

export interface NodeEngineOptions {
  /**
   * A recorded source in place of the platform's. OpenSSL takes no random numbers from outside, so SM2 signatures are
   * then the portable engine's.
   */
  readonly randomBytes?: RandomBytes;
  /** What to try in place of OpenSSL's algorithms. */
  readonly candidates?: NativeAlgorithms;
}

/**
 * OpenSSL where it has an algorithm and gives its known answers, the portable engine for the rest. Never by version:
 * Node of a distribution may lack an algorithm, and Electron has BoringSSL, without any of SM2, SM3 and SM4.
 */
export function createNodeEngine(options: NodeEngineOptions = {}): NodeEngine {
  const { randomBytes, candidates = nativeAlgorithms() } = options;
  const portable = createPortableEngine({ randomBytes: randomBytes ?? platformRandomBytes });
  const native: Algorithm[] = [];
  let engine = portable;
  for (const known of knownAnswers) {
    const operations = candidates[known.algorithm];
    if (operations === undefined || (known.algorithm === 'SM2 signature' && randomBytes !== undefined)) continue;
    const extended = { ...engine, ...operations };
    if (!passes(known, extended)) continue;
    engine = extended;
    native.push(known.algorithm);
  }
  const name = native.length === 0 ? portable.name : `node (${native.join(', ')})`;
  return { ...engine, encodeHex, encodeBase64, native, name };
}

function platformRandomBytes(length: number): Uint8Array {
  return randomFillSync(new Uint8Array(length));
}

function encodeHex(bytes: Uint8Array): string {
  return bufferOf(bytes).toString('hex');
}

function encodeBase64(bytes: Uint8Array): string {
  return bufferOf(bytes).toString('base64');
}

/** The same memory. */
function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
