import { bytesFromUtf8 } from '../encodings/utf8.ts';
import type { CryptoEngine } from '../engine.ts';
import { equalBytes } from '../equal-bytes.ts';
import { derBitString, derFields, derObjectIdentifier, derTag } from './der.ts';
import type { DerElement, DerFields } from './der.ts';
import { certificateName } from './certificate-name.ts';
import type { CertificateName } from './certificate-name.ts';
import { certificateTime } from './certificate-time.ts';
import { certificateKeyUsage } from './certificate-key-usage.ts';
import type { KeyUsage } from './certificate-key-usage.ts';
import { keyError } from './key-error.ts';
import type { CertificateForm } from './key-form.ts';
import { keyPieces } from './key-pieces.ts';
import { keyStructure, spkiPoint } from './key-structure.ts';
import { labelOf } from './piece-label.ts';
import { sm2Point } from './sm2-point.ts';

export interface Sm2Certificate {
  readonly form: CertificateForm;
  /** 65 bytes 04‖X‖Y, on the curve. */
  readonly publicKey: Uint8Array;
  readonly subject: CertificateName;
  readonly issuer: CertificateName;
  /** Hex without leading zeros. */
  readonly serial: string;
  /** UTC: `2024-01-01T00:00:00Z`. */
  readonly notBefore: string;
  readonly notAfter: string;
  /** Empty when the certificate says nothing. Signing and encryption keys come in two certificates (GB/T 20518). */
  readonly keyUsage: readonly KeyUsage[];
  /** Whether the certificate's own key signed it. Nothing is said about certificates that another key signed. */
  readonly selfSignature: SelfSignature;
  /** The certificate itself, DER. */
  readonly bytes: Uint8Array;
}

/** `validWithEmptyUserId`: right only with an empty identifier, as `openssl req` signs when no `distid` is given. */
export type SelfSignature = 'valid' | 'validWithEmptyUserId' | 'invalid' | 'signedByAnother' | 'otherAlgorithm';

interface Options {
  readonly form: CertificateForm;
  readonly engine: CryptoEngine;
}

/** GM/T 0006: SM2 with SM3. The identifier is the one GM/T 0009 clause 10 fixes. */
const sm2WithSm3 = '1.2.156.10197.1.501';
const userId = bytesFromUtf8('1234567812345678');

/**
 * An X.509 certificate (RFC 5280) with an SM2 key; of several in one text, the first. A certificate outside its dates
 * or with a wrong signature is still read: see `certificateDates` and `selfSignature`. Throws `key.notCertificate`,
 * `key.otherAlgorithm`, `key.otherCurve`, `key.certificateDate`, and what `readPublicKey` throws for broken input.
 */
export function readCertificate(
  input: string | Uint8Array,
  { engine }: { readonly engine: CryptoEngine },
): Sm2Certificate {
  const pieces = keyPieces(input);
  const piece = pieces.find((other) => labelOf(other)?.endsWith('CERTIFICATE')) ?? pieces[0];
  const structure = piece === undefined ? undefined : keyStructure(piece.bytes);
  if (piece === undefined || structure?.kind !== 'x509') {
    throw keyError('key.notCertificate', {
      zh: '这是密钥，不是 X.509 证书。',
      en: 'This is a key and not an X.509 certificate.',
    });
  }
  return certificateFrom(structure.element, {
    form: `x509-${piece.wrapping === 'raw' ? 'der' : piece.wrapping}`,
    engine,
  });
}

/** As `readCertificate`, from the structure itself. */
export function certificateFrom(element: DerElement, { form, engine }: Options): Sm2Certificate {
  const outer = derFields(element);
  const signed = outer.next(derTag.sequence);
  const algorithm = derObjectIdentifier(derFields(outer.next(derTag.sequence)).next(derTag.objectIdentifier));
  const signature = derBitString(outer.next(derTag.bitString));
  outer.end();

  const fields = derFields(signed);
  fields.optional(0xa0);
  const serial = fields.next(derTag.integer);
  fields.next(derTag.sequence);
  const issuer = fields.next(derTag.sequence);
  const [notBefore, notAfter] = validity(fields.next(derTag.sequence));
  const subject = fields.next(derTag.sequence);
  const publicKey = sm2Point(spkiPoint(fields.next(derTag.sequence), 'certificate'));
  const selfSignature = (): SelfSignature => {
    if (!equalBytes(issuer.bytes, subject.bytes)) return 'signedByAnother';
    if (algorithm !== sm2WithSm3) return 'otherAlgorithm';
    const verifies = (identifier: Uint8Array): boolean =>
      engine.sm2Verify(publicKey, signed.bytes, signature, { form: 'der', userId: identifier });
    if (verifies(userId)) return 'valid';
    return verifies(new Uint8Array(0)) ? 'validWithEmptyUserId' : 'invalid';
  };
  return {
    form,
    publicKey,
    subject: certificateName(subject),
    issuer: certificateName(issuer),
    serial: engine.encodeHex(serial.content).replace(/^0+(?=.)/, ''),
    notBefore,
    notAfter,
    keyUsage: certificateKeyUsage(extensions(fields)),
    selfSignature: selfSignature(),
    bytes: element.bytes.slice(),
  };
}

function validity(element: DerElement): readonly [string, string] {
  const fields = derFields(element);
  const next = (): string => certificateTime(fields.optional(0x17) ?? fields.next(0x18));
  return [next(), next()];
}

/** Behind the key stand issuerUniqueID [1], subjectUniqueID [2] and extensions [3], each optional. */
function extensions(fields: DerFields): DerElement | undefined {
  fields.optional(0x81);
  fields.optional(0x82);
  const wrapped = fields.optional(0xa3);
  fields.end();
  return wrapped === undefined ? undefined : derFields(wrapped).next(derTag.sequence);
}
