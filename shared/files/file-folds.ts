import { type Base64File, recogniseFile } from './base64-file.ts';
import { base64Runs } from './base64-runs.ts';
import { bytesOfUtf8 } from '../pipeline/sizes.ts';
import { readableSize } from './readable-size.ts';

export interface FoldOptions {
  /** How many characters make a file of what is of no known type; 4096 when absent, Infinity: known types only. */
  readonly shortestUnknown?: number;
  /** The text is a folded one that got something unfolded into it: its placeholders are what they are. */
  readonly isPartlyFolded?: boolean;
}

/**
 * Texts with placeholders in place of the files in them, and back. What a placeholder stands for is kept as long as this is,
 * so that undoing, copying and moving a placeholder never loses a file.
 */
export interface FileFolds {
  /** `unfold` of the result is `text` again, character by character; of a partly folded one, what `unfold` of it was. */
  fold(text: string, options?: FoldOptions): string;
  /** What looks like a placeholder and is none of these stays as it is. */
  unfold(folded: string): string;
  /** The placeholder of a file, for putting it into a folded text. The same file has the same one. */
  placeholderOf(file: Base64File): string;
  /** Undefined for what is no placeholder of these. */
  fileOf(placeholder: string): Base64File | undefined;
}

/** Shorter texts are no trouble in an editor. */
const shortestFile = 256;
const defaultShortestUnknown = 4096;

/** All characters stand in a JSON string as they are. */
export const placeholders = /‹file:\d+ [A-Z]+ [\d.]+ [KM]?B›/g;

export function createFileFolds(): FileFolds {
  const files = new Map<string, Base64File>();
  const known = new Map<string, string>();
  /** Texts that look like placeholders and were none when they were met: they must never become one. */
  const taken = new Set<string>();
  let count = 0;
  /** The last texts that went through: a text is folded again with every change of what is around it. */
  let last: { readonly text: string; readonly folded: string; readonly shortestUnknown: number } | undefined;

  function placeholderOf(file: Base64File): string {
    const found = known.get(file.raw);
    if (found !== undefined) return found;
    let placeholder: string;
    do {
      count += 1;
      placeholder = `‹file:${count} ${file.type.name} ${readableSize(file.size)}›`;
    } while (taken.has(placeholder));
    files.set(placeholder, file);
    known.set(file.raw, placeholder);
    return placeholder;
  }

  /** A text that is one of our placeholders by itself, not by a file, is folded too: only then is the way back certain. */
  function foldLookalikes(text: string): string {
    if (!text.includes('‹file:')) return text;
    return text.replaceAll(placeholders, (found) => {
      if (!files.has(found)) {
        taken.add(found);
        return found;
      }
      return placeholderOf({ raw: found, type: lookalike, size: bytesOfUtf8(found) });
    });
  }

  return {
    fold(text, { shortestUnknown = defaultShortestUnknown, isPartlyFolded = false } = {}) {
      if (!isPartlyFolded && last?.text === text && last.shortestUnknown === shortestUnknown) return last.folded;
      const other = isPartlyFolded ? (piece: string) => piece : foldLookalikes;
      const pieces: string[] = [];
      let end = 0;
      for (const run of base64Runs(text, shortestFile)) {
        const file = recogniseFile(text.slice(run.start, run.end), { shortestUnknown });
        if (!file) continue;
        pieces.push(other(text.slice(end, run.start)), placeholderOf(file));
        end = run.end;
      }
      const folded = pieces.join('') + other(text.slice(end));
      if (!isPartlyFolded) last = { text, folded, shortestUnknown };
      return folded;
    },

    unfold(folded) {
      if (last?.folded === folded) return last.text;
      const text = folded.replaceAll(placeholders, (found) => {
        const file = files.get(found);
        if (!file) taken.add(found);
        return file?.raw ?? found;
      });
      last = { text, folded, shortestUnknown: defaultShortestUnknown };
      return text;
    },

    placeholderOf,
    fileOf: (placeholder) => files.get(placeholder),
  };
}

const lookalike = { name: 'TEXT', mediaType: 'text/plain', extension: 'txt' };
