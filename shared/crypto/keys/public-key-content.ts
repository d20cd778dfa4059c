import type { Bilingual } from '../../bilingual.ts';
import { sec1Numbers, spkiPoint, keyStructure, pkcs8Numbers } from './key-structure.ts';
import type { KeyStructure } from './key-structure.ts';
import type { DerElement } from './der.ts';
import { keyError } from './key-error.ts';
import type { CertificateForm, PublicKeyForm } from './key-form.ts';
import { keyPieces } from './key-pieces.ts';
import type { KeyPiece } from './key-pieces.ts';
import { isPrivateLabel, labelOf, requireLabelFor, requireOutsidePem } from './piece-label.ts';
import { sm2Point } from './sm2-point.ts';

export interface Sm2PublicKey {
  /** What the input was. */
  readonly form: PublicKeyForm;
  /** 65 bytes 04‖X‖Y, on the curve. */
  readonly publicKey: Uint8Array;
}

/** What an input for a public key holds. */
export type PublicKeyContent =
  | ({ readonly kind: 'plain' } & Sm2PublicKey)
  | { readonly kind: 'certificate'; readonly form: CertificateForm; readonly element: DerElement };

/** Throws what `readPublicKey` throws, but for what is wrong inside a certificate. */
export function publicKeyContent(input: string | Uint8Array): PublicKeyContent {
  const piece = publicPiece(keyPieces(input));
  return contentOf(keyStructure(piece.bytes), piece);
}

/** A private key among the pieces comes first: that it was handed over is what must be said. */
function publicPiece(pieces: readonly KeyPiece[]): KeyPiece {
  const privateKey = pieces.find((piece) => isPrivateLabel(labelOf(piece)));
  if (privateKey?.wrapping === 'pem' && privateKey.encryption !== undefined) {
    throw privateGivenAsPublic({ zh: '加密的私钥', en: 'an encrypted private key' });
  }
  const publicKeys = pieces.filter((piece) => labelOf(piece)?.endsWith('PUBLIC KEY'));
  if (privateKey === undefined && publicKeys.length > 1) {
    throw keyError('key.several', {
      zh: `文本里有 ${publicKeys.length} 把公钥，这里只要一把。`,
      en: `The text holds ${publicKeys.length} public keys; one is asked for.`,
    });
  }
  const piece = privateKey ?? publicKeys[0] ?? pieces.find((other) => labelOf(other) !== 'EC PARAMETERS');
  if (piece !== undefined) return piece;
  throw keyError('key.pem', {
    zh: '只有曲线参数（EC PARAMETERS），没有密钥。',
    en: 'There are only curve parameters (EC PARAMETERS) and no key.',
  });
}

function contentOf(structure: KeyStructure, piece: KeyPiece): PublicKeyContent {
  const wrapping = piece.wrapping === 'raw' ? 'der' : piece.wrapping;
  switch (structure.kind) {
    case 'd':
      requireOutsidePem(piece);
      throw keyError('key.privateGivenAsPublic', {
        zh: '这里有 32 字节，是私钥的长度（或只有公钥的 X）。公钥为 65、64 或 33 字节。如果这是私钥，请不要再转发它，向对方要公钥。',
        en: 'There are 32 bytes, the length of a private key (or of X alone). A public key has 65, 64 or 33. If this is a private key, do not pass it on; ask for the public key.',
      });
    case 'point': {
      const bare = requireOutsidePem(piece);
      const publicKey = sm2Point(structure.point);
      const length = structure.point.length === 33 ? 33 : structure.point.length === 64 ? 64 : 65;
      return { kind: 'plain', form: `${bare}-${length}`, publicKey };
    }
    case 'spki': {
      const publicKey = sm2Point(spkiPoint(structure.element, 'public'));
      requireLabelFor('public', piece);
      return { kind: 'plain', form: `spki-${wrapping}`, publicKey };
    }
    case 'x509':
      return { kind: 'certificate', form: `x509-${wrapping}`, element: structure.element };
    case 'sec1':
      sec1Numbers(structure.element);
      requireLabelFor('private', piece);
      throw privateGivenAsPublic({ zh: 'SEC1 私钥', en: 'a SEC1 private key' });
    case 'pkcs8':
      pkcs8Numbers(structure.element);
      requireLabelFor('private', piece);
      throw privateGivenAsPublic({ zh: 'PKCS#8 私钥', en: 'a PKCS#8 private key' });
    case 'encrypted-pkcs8':
      throw privateGivenAsPublic({ zh: '加密的 PKCS#8 私钥', en: 'an encrypted PKCS#8 private key' });
    case 'pkcs12':
      throw privateGivenAsPublic({ zh: 'PKCS#12 文件（含私钥）', en: 'a PKCS#12 file, which holds a private key' });
  }
}

function privateGivenAsPublic(found: Bilingual): Error {
  return keyError('key.privateGivenAsPublic', {
    zh: `这里需要公钥，而这是一把${found.zh}。私钥不应交给别人；请改用它的公钥或证书，自己的私钥请填入私钥的密钥槽。`,
    en: `This is ${found.en}, and a public key is asked for. A private key is not to be handed over; use its public key or certificate.`,
  });
}
