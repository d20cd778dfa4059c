import { bodyFolds } from './body-folds.ts';

/**
 * Pasted text with placeholders for its files; undefined when there are none in it and the editor can take it as it is.
 * Base64 alone, broken into lines as mail does, loses its line ends: inside a JSON string they could not stand.
 */
export function foldPasted(text: string): string | undefined {
  const isLines = /^[A-Za-z0-9+/_-]{60,}(?:\r?\n[A-Za-z0-9+/_-]+)+={0,2}\s*$/.test(text);
  // Placeholders among it were copied here or in another body.
  const folded = bodyFolds.fold(isLines ? text.replaceAll(/\s+/g, '') : text, { isPartlyFolded: true });
  return folded === text ? undefined : folded;
}
