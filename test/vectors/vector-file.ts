import { bytesFromHex } from '../../shared/crypto/encodings/hex.ts';
import type { CryptoEngine, RandomBytes } from '../../shared/crypto/engine.ts';

/** A file of test vectors in Wycheproof's shape. Bytes are lower-case hex. */
export interface VectorFile {
  readonly numberOfTests: number;
  readonly testGroups: readonly VectorGroup[];
}

export interface VectorGroup {
  readonly type: string;
  readonly tests: readonly VectorTest[];
  readonly mode?: 'ECB' | 'CBC' | 'GCM';
  readonly padding?: 'pkcs7' | 'zero' | 'none';
  readonly op?: 'encrypt' | 'decrypt' | 'both';
  readonly form?: 'r||s' | 'der' | 'raw';
  readonly order?: 'C1C3C2' | 'C1C2C3';
  readonly prefix04?: boolean;
  readonly userId?: string;
  readonly userIdPattern?: BytesPattern;
  readonly privateKey?: string;
  readonly publicKey?: string;
}

export interface VectorTest {
  readonly tcId: number;
  readonly flags: readonly string[];
  readonly result: 'valid' | 'invalid' | 'acceptable';
  readonly msg?: string;
  readonly msgPattern?: BytesPattern;
  readonly text?: string;
  readonly charset?: 'UTF-8' | 'GBK';
  readonly digest?: string;
  readonly key?: string;
  readonly keyText?: string;
  readonly tag?: string;
  readonly iv?: string;
  readonly aad?: string;
  readonly ct?: string;
  readonly ctSm3?: string;
  readonly iterations?: number;
  readonly sig?: string;
  readonly k?: string;
  readonly privateKey?: string;
}

/** The bytes of `unit` repeated and cut to `length` bytes. */
interface BytesPattern {
  readonly unit: string;
  readonly length: number;
}

/** What the vectors are run against. An operation that the engine lacks is a failure that says so. */
export interface EngineUnderTest {
  /** With a source of random bytes where it is to draw from that one. */
  readonly create: (randomBytes?: RandomBytes) => Partial<CryptoEngine>;
  /** Whether `create` heeds the source: only then can a given k be demanded of it. */
  readonly takesRandomBytes: boolean;
  /** Real randomness for the draws behind a given k. */
  readonly randomBytes: RandomBytes;
}

/** What is wrong with the engine's work on one test, or undefined. */
export type Judge = (engine: EngineUnderTest, group: VectorGroup, test: VectorTest) => string | undefined;

export function messageOf({ msg, msgPattern }: Pick<VectorTest, 'msg' | 'msgPattern'>): Uint8Array {
  return msgPattern === undefined ? bytesFromHex(msg ?? '') : bytesOfPattern(msgPattern);
}

export function bytesOfPattern({ unit, length }: BytesPattern): Uint8Array {
  const bytes = bytesFromHex(unit);
  return Uint8Array.from({ length }, (_, index) => bytes[index % bytes.length] ?? 0);
}
