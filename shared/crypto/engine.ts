/** Every option is spelled out by the caller: there is no default mode, padding, layout, encoding or user ID. */

/** SM4 and AES have blocks of 16 bytes, DESede of 8; `iv` is one block. */
export type BlockOptions =
  | { readonly mode: 'ECB'; readonly padding: BlockPadding }
  | { readonly mode: 'CBC'; readonly padding: BlockPadding; readonly iv: Uint8Array };

/** `zero` adds zeros only where the last block is not full; taking it off removes at most one block of zeros. */
export type BlockPadding = 'pkcs7' | 'zero' | 'none';

/** 12 bytes of IV and 16 bytes of tag are what RFC 8998 uses; other IV lengths of at least one byte are allowed. */
export interface GcmOptions {
  readonly iv: Uint8Array;
  readonly additionalData: Uint8Array;
}

export interface GcmResult {
  readonly ciphertext: Uint8Array;
  /** 16 bytes. */
  readonly tag: Uint8Array;
}

/** `r||s` is 64 bytes, `der` is `SEQUENCE {INTEGER r, INTEGER s}`, strictly minimal. */
export type Sm2SignatureForm = 'r||s' | 'der';

export interface Sm2SignOptions {
  readonly form: Sm2SignatureForm;
  /** Identifier that enters Z (GB/T 32918.2 clause 5.5), 0 to 8191 bytes. */
  readonly userId: Uint8Array;
}

/** With `der` (GM/T 0009) the order of C2 and C3 is fixed and there is no prefix. */
export type Sm2CipherLayout =
  { readonly form: 'raw'; readonly order: 'C1C3C2' | 'C1C2C3'; readonly prefix04: boolean } | { readonly form: 'der' };

/** Source of `length` random bytes. In production the platform's own, in tests a recorded one. */
export type RandomBytes = (length: number) => Uint8Array;

/**
 * The cryptographic operations that a step may use: bytes in, bytes out. A refused input or a failed check throws
 * `HufuError`; nothing ever answers with an empty or partial result in place of a failure.
 *
 * Keys: SM4 and AES-128 16 bytes, DESede 16 or 24; SM2 private key 32 bytes in 1..n−2; SM2 public key 04‖X‖Y (65),
 * X‖Y (64) or compressed 02/03‖X (33), on the curve. The operations need no `this`: each may be taken alone.
 */
export interface CryptoEngine {
  /** Name shown to the user: `portable`, or `node` with the algorithms that OpenSSL carries out. */
  readonly name: string;

  readonly sm3: (message: Uint8Array) => Uint8Array;
  readonly md5: (message: Uint8Array) => Uint8Array;
  readonly sha1: (message: Uint8Array) => Uint8Array;
  readonly sha256: (message: Uint8Array) => Uint8Array;
  readonly hmacSm3: (key: Uint8Array, message: Uint8Array) => Uint8Array;

  readonly sm4Encrypt: (key: Uint8Array, plaintext: Uint8Array, options: BlockOptions) => Uint8Array;
  readonly sm4Decrypt: (key: Uint8Array, ciphertext: Uint8Array, options: BlockOptions) => Uint8Array;
  readonly sm4GcmEncrypt: (key: Uint8Array, plaintext: Uint8Array, options: GcmOptions) => GcmResult;
  readonly sm4GcmDecrypt: (key: Uint8Array, sealed: GcmResult, options: GcmOptions) => Uint8Array;

  readonly aesEncrypt: (key: Uint8Array, plaintext: Uint8Array, options: BlockOptions) => Uint8Array;
  readonly aesDecrypt: (key: Uint8Array, ciphertext: Uint8Array, options: BlockOptions) => Uint8Array;
  readonly desEdeEncrypt: (key: Uint8Array, plaintext: Uint8Array, options: BlockOptions) => Uint8Array;
  readonly desEdeDecrypt: (key: Uint8Array, ciphertext: Uint8Array, options: BlockOptions) => Uint8Array;

  readonly sm2PublicKey: (privateKey: Uint8Array) => Uint8Array;
  readonly sm2Sign: (privateKey: Uint8Array, message: Uint8Array, options: Sm2SignOptions) => Uint8Array;
  /** False for every signature that is not right, malformed ones included; throws for no key and for a user ID too long. */
  readonly sm2Verify: (
    publicKey: Uint8Array,
    message: Uint8Array,
    signature: Uint8Array,
    options: Sm2SignOptions,
  ) => boolean;
  readonly sm2Encrypt: (publicKey: Uint8Array, plaintext: Uint8Array, layout: Sm2CipherLayout) => Uint8Array;
  readonly sm2Decrypt: (privateKey: Uint8Array, ciphertext: Uint8Array, layout: Sm2CipherLayout) => Uint8Array;

  /** Lower-case hex. Here rather than beside the other encodings because platforms have a fast native form of it. */
  readonly encodeHex: (bytes: Uint8Array) => string;
  /** RFC 4648 section 4, with padding, in one line. */
  readonly encodeBase64: (bytes: Uint8Array) => string;
}
