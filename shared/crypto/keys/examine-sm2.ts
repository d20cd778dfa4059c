import type { Finding } from '../../finding.ts';
import { HufuError } from '../../hufu-error.ts';
import { base64FromBytes } from '../encodings/base64.ts';
import { hexFromBytes } from '../encodings/hex.ts';
import type { CryptoEngine } from '../engine.ts';
import { equalBytes } from '../equal-bytes.ts';
import { certificateDescription } from './certificate-description.ts';
import { certificateFindings } from './certificate-findings.ts';
import { readDer } from './der.ts';
import type { ExaminedKey } from './examined-key.ts';
import { keyFormName } from './key-form.ts';
import { keyPieces } from './key-pieces.ts';
import { keyStructure, spkiPoint } from './key-structure.ts';
import { pairFinding } from './pair-finding.ts';
import { passwordNeeded } from './password-needed.ts';
import { labelOf } from './piece-label.ts';
import { privateKeyContent } from './private-key-content.ts';
import type { Sm2PrivateKey } from './private-key-from-numbers.ts';
import type { Sm2PublicKey } from './public-key-content.ts';
import { certificateFrom } from './read-certificate.ts';
import type { Sm2Certificate } from './read-certificate.ts';
import { openPkcs12 } from './read-pkcs12.ts';
import { readPrivateKey } from './read-private-key.ts';
import { readPublicKey } from './read-public-key.ts';

interface Options {
  readonly engine: CryptoEngine;
  readonly password?: string;
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
}

/** Every private key of a PKCS#12 file, or the one of any other input. Throws what `readPrivateKey` throws but `key.several` for PKCS#12. */
export async function examinePrivate(input: string | Uint8Array, options: Options): Promise<readonly ExaminedKey[]> {
  const { engine, password } = options;
  const content = privateKeyContent(input);
  if (content.kind === 'pkcs12') {
    const { file, form } = content;
    if (password === undefined) throw passwordNeeded(form);
    const { entries } = openPkcs12(file, { form, engine, password });
    return entries.map((entry, index) =>
      examined(entry, { ...options, index, name: entry.friendlyName, certificate: entry.certificate, findings: [] }),
    );
  }
  const key = await readPrivateKey(input, { engine, ...(password === undefined ? {} : { password }) });
  return [examined(key, { ...options, index: 0, name: undefined, ...companions(input, key, engine) })];
}

/** Throws what `readPublicKey` throws. */
export async function examinePublic(input: string | Uint8Array, options: Options): Promise<readonly ExaminedKey[]> {
  const key = await readPublicKey(input, options);
  return [examined(key, { ...options, index: 0, name: undefined, certificate: key.certificate, findings: [] })];
}

interface Details {
  readonly engine: CryptoEngine;
  readonly now: number;
  readonly index: number;
  readonly name: string | undefined;
  readonly certificate: Sm2Certificate | undefined;
  readonly findings: readonly Finding[];
}

function examined(key: Sm2PrivateKey | Sm2PublicKey, details: Details): ExaminedKey {
  const { engine, now, index, name, certificate, findings } = details;
  const publicKey = hexFromBytes(key.publicKey);
  const withCertificate = certificate === undefined ? {} : { certificate: base64FromBytes(certificate.bytes) };
  const material =
    'privateKey' in key
      ? ({ algorithm: 'sm2Private', privateKey: hexFromBytes(key.privateKey), ...withCertificate } as const)
      : ({ algorithm: 'sm2Public', publicKey, ...withCertificate } as const);
  return {
    material,
    found: {
      algorithm: material.algorithm,
      form: keyFormName(key.form),
      // As `keyFingerprint`, without computing the public key once more.
      fingerprint: hexFromBytes(engine.sm3(key.publicKey).subarray(0, 8)),
      publicKey,
      index,
      ...(name === undefined ? {} : { name }),
      ...(certificate === undefined ? {} : { certificate: certificateDescription(certificate) }),
      findings: certificate === undefined ? findings : [...findings, ...certificateFindings(certificate, { now })],
    },
  };
}

/** What stands beside a private key in the same PEM text: its certificate, or a public key or certificate of another. */
function companions(
  input: string | Uint8Array,
  { privateKey, publicKey }: Sm2PrivateKey,
  engine: CryptoEngine,
): { readonly certificate: Sm2Certificate | undefined; readonly findings: readonly Finding[] } {
  const certificates: Sm2Certificate[] = [];
  const points: Uint8Array[] = [];
  for (const piece of keyPieces(input)) {
    const label = labelOf(piece);
    if (label === undefined || (label !== 'PUBLIC KEY' && !label.endsWith('CERTIFICATE'))) continue;
    try {
      if (label === 'PUBLIC KEY') points.push(spkiPoint(readDer(piece.bytes), 'public'));
      const structure = keyStructure(piece.bytes);
      if (structure.kind === 'x509')
        certificates.push(certificateFrom(structure.element, { form: 'x509-pem', engine }));
    } catch (error) {
      // An issuer's certificate may hold an RSA key; it says nothing about the key that was asked for.
      if (!(error instanceof HufuError)) throw error;
    }
  }
  const certificate = certificates.find((candidate) => equalBytes(candidate.publicKey, publicKey));
  const [other] = certificate === undefined ? certificates : [];
  const mismatches = [...points, ...(other === undefined ? [] : [other.publicKey])]
    .map((point) => pairFinding({ privateKey, publicKey: point, engine }))
    .filter((finding) => finding !== undefined);
  return { certificate, findings: mismatches.slice(0, 1) };
}
