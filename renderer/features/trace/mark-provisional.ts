import { escapePattern } from '../../../shared/escape-pattern.ts';

export interface TextPiece {
  readonly text: string;
  /** True for a value that is fixed only at the moment of sending. */
  readonly provisional: boolean;
}

/** Shorter values would be found where they are not meant. */
const shortestMarked = 6;

/** Cuts a text where one of the provisional values stands in it. Of overlapping finds the first and longest counts. */
export function markProvisional(text: string, values: readonly string[]): readonly TextPiece[] {
  const wanted = values.filter((value) => value.length >= shortestMarked).toSorted((a, b) => b.length - a.length);
  if (wanted.length === 0) return text === '' ? [] : [{ text, provisional: false }];
  const pattern = new RegExp(wanted.map(escapePattern).join('|'), 'g');
  const pieces: TextPiece[] = [];
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index > end) pieces.push({ text: text.slice(end, match.index), provisional: false });
    pieces.push({ text: match[0], provisional: true });
    end = match.index + match[0].length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end), provisional: false });
  return pieces;
}
