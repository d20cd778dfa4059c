import { keyPieces } from './key-pieces.ts';
import { keyStructure } from './key-structure.ts';
import { isPrivateLabel, labelOf } from './piece-label.ts';

/**
 * Which half of a pair an input holds; of both the private one, since that decides how it must be kept. A certificate
 * is a public key, PKCS#12 a private one. Throws what `keyPieces` and `keyStructure` throw.
 */
export function keyHalf(input: string | Uint8Array): 'private' | 'public' {
  const pieces = keyPieces(input);
  if (pieces.some((piece) => isPrivateLabel(labelOf(piece)))) return 'private';
  const piece = pieces.find((other) => labelOf(other) !== 'EC PARAMETERS');
  const kind = piece === undefined ? undefined : keyStructure(piece.bytes).kind;
  return kind === undefined || kind === 'point' || kind === 'spki' || kind === 'x509' ? 'public' : 'private';
}
