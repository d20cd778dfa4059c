import { bytesFromKeyText } from './key-characters.ts';
import { keyError } from './key-error.ts';
import type { TextWrapping } from './key-form.ts';
import { pemBlocks } from './pem.ts';
import type { PemBlock } from './pem.ts';
import { textOfFile } from './text-of-file.ts';

/** One thing that was handed over: a PEM block, or everything there is when it is no PEM. */
export type KeyPiece =
  ({ readonly wrapping: 'pem' } & PemBlock) | { readonly wrapping: TextWrapping | 'raw'; readonly bytes: Uint8Array };

/**
 * Takes a pasted text or the content of a file apart; at least one piece. A file that holds text is read like a text.
 * Throws `key.empty`, `key.characters`, `key.length`, `key.pem`.
 */
export function keyPieces(input: string | Uint8Array): readonly KeyPiece[] {
  const text = typeof input === 'string' ? input : textOfFile(input);
  if (text === undefined) return [{ wrapping: 'raw', bytes: input as Uint8Array }];
  const pasted = text.replace(/^\uFEFF/, '');
  if (pasted.trim() === '') throw emptyKey();
  if (pasted.includes('-----')) return pemBlocks(pasted).map((block) => ({ wrapping: 'pem', ...block }));
  return [bytesFromKeyText(pasted)];
}

export function emptyKey(): Error {
  return keyError('key.empty', { zh: '没有内容。', en: 'There is nothing here.' });
}
