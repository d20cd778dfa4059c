import type { Bilingual } from '../../bilingual.ts';
import { readDer } from './der.ts';
import type { DerElement } from './der.ts';
import { requireSm2Curve } from './key-algorithm.ts';
import { keyError } from './key-error.ts';
import type { DerWrapping, Pkcs12Form, PrivateKeyForm } from './key-form.ts';
import { keyPieces } from './key-pieces.ts';
import type { KeyPiece } from './key-pieces.ts';
import { keyStructure, pkcs8Numbers, sec1Numbers, spkiPoint } from './key-structure.ts';
import type { KeyStructure, PrivateKeyNumbers } from './key-structure.ts';
import type { PemEncryption } from './pem.ts';
import { isPrivateLabel, labelOf, requireLabelFor, requireOutsidePem } from './piece-label.ts';

/** What an input for a private key holds, before any password is asked for. */
export type PrivateKeyContent =
  | { readonly kind: 'plain'; readonly form: PrivateKeyForm; readonly numbers: PrivateKeyNumbers }
  | {
      readonly kind: 'encryptedPkcs8';
      readonly form: `encrypted-pkcs8-${DerWrapping}`;
      readonly element: DerElement;
    }
  | {
      readonly kind: 'encryptedPem';
      readonly form: 'sec1-pem-encrypted';
      readonly encryption: PemEncryption;
      readonly ciphertext: Uint8Array;
    }
  | { readonly kind: 'pkcs12'; readonly form: Pkcs12Form; readonly file: Uint8Array };

/** Throws what `readPrivateKey` throws, but for passwords, ranges and pairs. */
export function privateKeyContent(input: string | Uint8Array): PrivateKeyContent {
  const pieces = keyPieces(input);
  const parameters = pieces.find((other) => labelOf(other) === 'EC PARAMETERS');
  if (parameters !== undefined) requireSm2Curve(readDer(parameters.bytes), 'private');
  const piece = privatePiece(pieces);
  if (piece.wrapping === 'pem' && piece.encryption !== undefined) {
    const { encryption, bytes } = piece;
    return { kind: 'encryptedPem', form: 'sec1-pem-encrypted', encryption, ciphertext: bytes };
  }
  return contentOf(keyStructure(piece.bytes), piece);
}

function privatePiece(pieces: readonly KeyPiece[]): KeyPiece {
  const labelled = pieces.filter((piece) => isPrivateLabel(labelOf(piece)));
  if (labelled.length > 1) {
    throw keyError('key.several', {
      zh: `文本里有 ${labelled.length} 把私钥，这里只要一把。`,
      en: `The text holds ${labelled.length} private keys; one is asked for.`,
    });
  }
  const piece = labelled[0] ?? pieces.find((other) => labelOf(other) !== 'EC PARAMETERS');
  if (piece !== undefined) return piece;
  throw keyError('key.pem', {
    zh: '只有曲线参数（EC PARAMETERS），没有密钥。',
    en: 'There are only curve parameters (EC PARAMETERS) and no key.',
  });
}

function contentOf(structure: KeyStructure, piece: KeyPiece): PrivateKeyContent {
  const wrapping = piece.wrapping === 'raw' ? 'der' : piece.wrapping;
  switch (structure.kind) {
    case 'd': {
      const bare = requireOutsidePem(piece);
      const form = bare === 'raw' ? 'raw-32' : (`${bare}-d` as const);
      return { kind: 'plain', form, numbers: { scalar: structure.scalar, point: undefined } };
    }
    case 'point':
      requireOutsidePem(piece);
      throw pointGivenAsPrivate(structure.point);
    case 'spki':
      spkiPoint(structure.element, 'public');
      requireLabelFor('public', piece);
      throw publicGivenAsPrivate({ zh: '公钥（SPKI）', en: 'a public key (SPKI)' });
    case 'x509':
      throw keyError('key.certificateGivenAsPrivate', {
        zh: '这是 X.509 证书，只含公钥，而这里需要私钥。私钥在申请证书的一方手里，常见为 PKCS#8 文件或 PKCS#12 文件（.pfx、.p12）。',
        en: 'This is an X.509 certificate, which holds a public key only, and a private key is asked for. Whoever requested the certificate has it, often as PKCS#8 or PKCS#12 (.pfx, .p12).',
      });
    case 'sec1':
      requireLabelFor('private', piece);
      return { kind: 'plain', form: `sec1-${wrapping}`, numbers: sec1Numbers(structure.element) };
    case 'pkcs8':
      requireLabelFor('private', piece);
      return { kind: 'plain', form: `pkcs8-${wrapping}`, numbers: pkcs8Numbers(structure.element) };
    case 'encrypted-pkcs8':
      requireLabelFor('private', piece);
      return { kind: 'encryptedPkcs8', form: `encrypted-pkcs8-${wrapping}`, element: structure.element };
    case 'pkcs12':
      return { kind: 'pkcs12', form: `pkcs12-${wrapping}`, file: structure.file };
  }
}

function pointGivenAsPrivate(point: Uint8Array): Error {
  const prefixes: Readonly<Record<number, readonly number[]>> = { 33: [2, 3], 65: [4, 6, 7] };
  const looksPublic = point.length === 64 || (prefixes[point.length]?.includes(point[0] ?? -1) ?? false);
  if (looksPublic) {
    return publicGivenAsPrivate({ zh: `${point.length} 字节的公钥`, en: `a public key of ${point.length} bytes` });
  }
  return keyError('key.length', {
    zh: `内容有 ${point.length} 字节，SM2 私钥为 32 字节（或前面加 00 共 33 字节）。`,
    en: `There are ${point.length} bytes; an SM2 private key has 32 (or 33 with 00 in front).`,
  });
}

function publicGivenAsPrivate(found: Bilingual): Error {
  return keyError('key.publicGivenAsPrivate', {
    zh: `这里需要私钥，而这是一把${found.zh}。`,
    en: `This is ${found.en}, and a private key is asked for.`,
  });
}
