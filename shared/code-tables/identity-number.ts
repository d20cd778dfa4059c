/** Weights of the first 17 digits (GB 11643—1999, 4; the powers of two modulo 11). */
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkCharacters = '10X98765432';

export type IdentityNumberVerdict =
  | { readonly verdict: 'right' }
  /** Code points found; 18 are expected. */
  | { readonly verdict: 'length'; readonly found: number }
  /** Something other than 17 digits and a digit or X. */
  | { readonly verdict: 'characters' }
  /** Characters 7 to 14 are no day of the calendar. */
  | { readonly verdict: 'birthDate'; readonly found: string }
  | { readonly verdict: 'checkCharacter'; readonly expected: string; readonly found: string };

/**
 * Whether a text is a citizen identity number (公民身份号码, GB 11643—1999): six digits of a division, eight of a
 * birth date, three of a sequence, one check character by ISO 7064 MOD 11-2. The check character is a capital X. The
 * division is not looked up: numbers keep codes that were withdrawn long ago.
 */
export function checkIdentityNumber(text: string): IdentityNumberVerdict {
  const found = [...text].length;
  if (found !== 18) return { verdict: 'length', found };
  if (!/^\d{17}[\dX]$/.test(text)) return { verdict: 'characters' };
  const date = text.slice(6, 14);
  if (!isDay(date)) return { verdict: 'birthDate', found: date };
  const expected = checkCharacterOf(text);
  const last = text.slice(17);
  return last === expected ? { verdict: 'right' } : { verdict: 'checkCharacter', expected, found: last };
}

function checkCharacterOf(text: string): string {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(text[index]), 0);
  return checkCharacters.charAt(sum % 11);
}

function isDay(text: string): boolean {
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6))];
  const date = new Date(Date.UTC(year, month - 1, day));
  // A day that the month does not have rolls over into the next one.
  return year >= 1800 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
