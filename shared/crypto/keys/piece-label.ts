import type { Bilingual } from '../../bilingual.ts';
import { keyError } from './key-error.ts';
import type { KeyPiece } from './key-pieces.ts';

/** The PEM label of a piece; undefined for what is no PEM. */
export function labelOf(piece: KeyPiece): string | undefined {
  return piece.wrapping === 'pem' ? piece.label : undefined;
}

export function isPrivateLabel(label: string | undefined): boolean {
  return label?.endsWith('PRIVATE KEY') ?? false;
}

/** Throws `key.label` when the label promises one half of a pair and the content is the other. */
export function requireLabelFor(kind: 'private' | 'public', piece: KeyPiece): void {
  const label = labelOf(piece);
  if (label === undefined || !label.endsWith(' KEY') || isPrivateLabel(label) === (kind === 'private')) return;
  const found: Bilingual =
    kind === 'private' ? { zh: '私钥', en: 'a private key' } : { zh: '公钥', en: 'a public key' };
  throw keyError('key.label', {
    zh: `PEM 标签写的是“${label}”，里面却是${found.zh}。`,
    en: `The PEM label says "${label}", and inside is ${found.en}.`,
  });
}

/** Throws `key.structure` for a bare number or point between PEM lines, where only structures belong. */
export function requireOutsidePem(piece: KeyPiece): Exclude<KeyPiece['wrapping'], 'pem'> {
  if (piece.wrapping !== 'pem') return piece.wrapping;
  throw keyError('key.structure', {
    zh: `PEM 块“${piece.label}”里是 ${piece.bytes.length} 个裸字节，不是密钥结构。去掉 BEGIN 和 END 两行再粘贴。`,
    en: `The PEM block "${piece.label}" holds ${piece.bytes.length} bare bytes and no key structure. Paste it without the BEGIN and END lines.`,
  });
}
