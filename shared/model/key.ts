import { z } from 'zod';
import type { Bilingual } from '../bilingual.ts';
import type { Finding } from '../finding.ts';
import type { KeySlot } from '../profile/profile.ts';

export type KeyAlgorithm = KeySlot['algorithm'];

/**
 * A key itself. Exists in the vault, in the host's memory and on its way into a pipeline; never on a screen, in a log or
 * in a trace. SM2 numbers are lower hex: `privateKey` 32 bytes, `publicKey` 65 bytes 04‖X‖Y; `certificate` is DER in
 * Base64. The text of a symmetric key stays as it was handed over: how it is read is a convention.
 */
export const keyMaterialSchema = z.discriminatedUnion('algorithm', [
  z.strictObject({ algorithm: z.enum(['sm4', 'aes', 'text']), text: z.string().min(1) }).readonly(),
  z
    .strictObject({ algorithm: z.literal('sm2Private'), privateKey: z.string(), certificate: z.string().optional() })
    .readonly(),
  z
    .strictObject({ algorithm: z.literal('sm2Public'), publicKey: z.string(), certificate: z.string().optional() })
    .readonly(),
]);

export type KeyMaterial = z.infer<typeof keyMaterialSchema>;

/** What may be told about a key: enough to know it again, nothing that gives it away. */
export interface KeyDescription {
  readonly algorithm: KeyAlgorithm;
  /** The form it was handed over in: `PKCS#8 private key, PEM`. */
  readonly form: Bilingual;
  /**
   * First 8 bytes, as 16 lower hex digits, of SM3 over the normalised form: 04‖X‖Y of both halves of an SM2 pair, so
   * that a pair shows by equal fingerprints; the bytes of a symmetric key as its form has them; UTF-8 of a text.
   */
  readonly fingerprint: string;
  /** 04‖X‖Y in lower hex, of both halves of an SM2 pair. */
  readonly publicKey?: string;
  /** Of SM4 and AES: the reading (convention) under which the text gives 16 bytes; absent when none but `md5` does. */
  readonly reading?: 'ascii16' | 'hex32' | 'base64';
  readonly certificate?: CertificateDescription;
}

export interface CertificateDescription {
  readonly subject: string;
  readonly issuer: string;
  /** Hex. */
  readonly serial: string;
  /** UTC: `2024-01-01T00:00:00Z`. */
  readonly notBefore: string;
  readonly notAfter: string;
  /** What the certificate's key may be used for (GB/T 20518), in words; empty when the certificate says nothing. */
  readonly keyUsage: readonly Bilingual[];
}

/** A key that was found in what a user pasted or dropped, before anything is kept. */
export interface FoundKey extends KeyDescription {
  /** Place among what was found: a PKCS#12 file may hold several. */
  readonly index: number;
  /** Name that the file gives to the key. */
  readonly name?: string;
  /** Expired certificate, surprising length, white space at the ends. */
  readonly findings: readonly Finding[];
}

/** How a key came in: text, or a file's bytes in Base64. */
export const keyInputSchema = z.union([z.strictObject({ text: z.string() }), z.strictObject({ file: z.base64() })]);
export type KeyInput = z.infer<typeof keyInputSchema>;

/**
 * What can be generated. `sm2`: a pair, given as its private half. `sm4Hex`, `sm4Base64`: 16 random bytes.
 * `sm4Characters`: 16 random letters and digits. `sm4Digits`: 16 random decimal digits, as many platforms hand out.
 * `secret`: 32 random bytes as 43 characters of Base64url.
 */
export const generatedKinds = ['sm2', 'sm4Hex', 'sm4Base64', 'sm4Characters', 'sm4Digits', 'secret'] as const;
export type GeneratedKind = (typeof generatedKinds)[number];

export const publicKeyForms = [
  'hex-65',
  'hex-64',
  'hex-33',
  'base64-65',
  'base64-64',
  'base64-33',
  'spki-pem',
  'spki-base64',
  'x509-pem',
] as const;
/** `x509-pem` only for a key that came with a certificate. */
export type PublicKeyExportForm = (typeof publicKeyForms)[number];

export const secretKeyForms = [
  // SM2 private keys.
  'encrypted-pkcs8-pem',
  'pkcs8-pem',
  'sec1-pem',
  'hex-d',
  // Symmetric keys and texts: as handed over.
  'text',
  // The 16 bytes of a symmetric key.
  'hex',
  'base64',
] as const;
export type SecretKeyExportForm = (typeof secretKeyForms)[number];
