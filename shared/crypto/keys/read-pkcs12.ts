import { HufuError } from '../../hufu-error.ts';
import type { CryptoEngine } from '../engine.ts';
import { equalBytes } from '../equal-bytes.ts';
import { encryptedPkcs8Numbers } from './encrypted-private-key.ts';
import { keyError } from './key-error.ts';
import type { Pkcs12Form } from './key-form.ts';
import { keyPieces } from './key-pieces.ts';
import { keyStructure, pkcs8Numbers } from './key-structure.ts';
import { passwordNeeded } from './password-needed.ts';
import { pkcs12Bags } from './pkcs12-bags.ts';
import type { Pkcs12Bag } from './pkcs12-bags.ts';
import { privateKeyFromNumbers } from './private-key-from-numbers.ts';
import type { Sm2PrivateKey } from './private-key-from-numbers.ts';
import { certificateFrom } from './read-certificate.ts';
import type { Sm2Certificate } from './read-certificate.ts';

export interface Pkcs12Entry extends Sm2PrivateKey<Pkcs12Form> {
  /** The name the file gives to the key. */
  readonly friendlyName?: string;
  /** The certificate in the file that belongs to this key. */
  readonly certificate?: Sm2Certificate;
}

export interface Pkcs12Content {
  readonly form: Pkcs12Form;
  /** The SM2 keys in the order of the file; at least one. Signing and encryption keys may come together. */
  readonly entries: readonly [Pkcs12Entry, ...Pkcs12Entry[]];
  /** SM2 certificates that belong to no key here, those of issuers for instance. */
  readonly otherCertificates: readonly Sm2Certificate[];
}

interface Options {
  readonly engine: CryptoEngine;
  readonly password: string;
}

/**
 * The SM2 keys and certificates of a PKCS#12 file (.pfx, .p12), its bytes or their Base64. Throws `key.notPkcs12`,
 * `key.passwordNeeded`, `key.passwordWrong`, `key.encryption`, `key.noPrivateKey`, `key.otherAlgorithm`,
 * `key.otherCurve`, and what `readPrivateKey` throws for a key that is not right.
 */
export function readPkcs12(
  input: string | Uint8Array,
  { engine, password }: { readonly engine: CryptoEngine; readonly password?: string },
): Pkcs12Content {
  const [piece] = keyPieces(input);
  const structure = piece === undefined ? undefined : keyStructure(piece.bytes);
  if (piece === undefined || structure?.kind !== 'pkcs12') {
    throw keyError('key.notPkcs12', {
      zh: '这是密钥或证书，不是 PKCS#12 文件（.pfx、.p12）。',
      en: 'This is a key or certificate and not a PKCS#12 file (.pfx, .p12).',
    });
  }
  const form: Pkcs12Form = `pkcs12-${piece.wrapping === 'raw' ? 'der' : piece.wrapping}`;
  if (password === undefined) throw passwordNeeded(form);
  return openPkcs12(structure.file, { form, engine, password });
}

/** As `readPkcs12`, from the bytes of the file. */
export function openPkcs12(
  file: Uint8Array,
  { form, engine, password }: Options & { readonly form: Pkcs12Form },
): Pkcs12Content {
  const bags = pkcs12Bags(file, { engine, password });
  const certificates = certificatesIn(bags, engine);
  const { keys, refused } = privateKeys(bags, { form, engine, password });
  const [first, ...others] = keys.map((key) => withCertificate(key, certificates));
  if (first === undefined) throw refused ?? withoutPrivateKey(certificates.length);
  const otherCertificates = certificates.filter(
    (certificate) => !keys.some((key) => equalBytes(key.publicKey, certificate.publicKey)),
  );
  return { form, entries: [first, ...others], otherCertificates };
}

/** For a reader that can take one key only. Throws `key.several`. */
export function onlyPrivateKey({ form, entries }: Pkcs12Content): Sm2PrivateKey<Pkcs12Form> {
  if (entries.length > 1) {
    throw keyError('key.several', {
      zh: `PKCS#12 文件里有 ${entries.length} 把 SM2 私钥（常见为签名和加密各一把），这里只要一把。`,
      en: `The PKCS#12 file holds ${entries.length} SM2 private keys (often one to sign and one to decrypt); one is asked for.`,
    });
  }
  const [{ privateKey, publicKey }] = entries;
  return { form, privateKey, publicKey };
}

type NamedKey = Sm2PrivateKey<Pkcs12Form> & { readonly friendlyName?: string };

/** `refused` says what the file holds in place of an SM2 key. */
function privateKeys(
  bags: readonly Pkcs12Bag[],
  options: Options & { readonly form: Pkcs12Form },
): { readonly keys: readonly NamedKey[]; readonly refused: HufuError | undefined } {
  const keys: NamedKey[] = [];
  let refused: HufuError | undefined;
  for (const { kind, element, friendlyName } of bags) {
    if (kind === 'certificate') continue;
    try {
      const numbers = kind === 'privateKey' ? pkcs8Numbers(element) : encryptedPkcs8Numbers(element, options);
      keys.push({
        ...privateKeyFromNumbers(numbers, options),
        ...(friendlyName === undefined ? {} : { friendlyName }),
      });
    } catch (error) {
      if (!isOfOtherKind(error)) throw error;
      refused ??= error;
    }
  }
  return { keys, refused };
}

function certificatesIn(bags: readonly Pkcs12Bag[], engine: CryptoEngine): readonly Sm2Certificate[] {
  const certificates: Sm2Certificate[] = [];
  for (const { kind, element } of bags) {
    if (kind !== 'certificate') continue;
    try {
      certificates.push(certificateFrom(element, { form: 'x509-der', engine }));
    } catch (error) {
      // An issuer's certificate may hold an RSA key; it says nothing about the SM2 keys here.
      if (!isOfOtherKind(error)) throw error;
    }
  }
  return certificates;
}

function isOfOtherKind(error: unknown): error is HufuError {
  return error instanceof HufuError && (error.code === 'key.otherAlgorithm' || error.code === 'key.otherCurve');
}

function withCertificate(key: NamedKey, certificates: readonly Sm2Certificate[]): Pkcs12Entry {
  const certificate = certificates.find((candidate) => equalBytes(candidate.publicKey, key.publicKey));
  return certificate === undefined ? key : { ...key, certificate };
}

function withoutPrivateKey(certificates: number): HufuError {
  return keyError('key.noPrivateKey', {
    zh: `PKCS#12 文件里有 ${certificates} 张 SM2 证书，没有私钥。`,
    en: `The PKCS#12 file holds no private key; SM2 certificates in it: ${certificates}.`,
  });
}
