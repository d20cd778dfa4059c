/**
 * What a text looks like before anything is read. `sm2`: a structure or number that only a key has, so its reader
 * decides and what it refuses is refused. `maybeSm2`: a secret may look the same, so it is a key when its reader takes
 * it. `damaged`: a text that is nearly a key. `text`: all else, secrets and passwords.
 */
export type KeyGuess = 'sm2' | 'maybeSm2' | 'sm4' | 'damaged' | 'text';

/** Works on the length and the characters alone, in time that grows with the length. */
export function guessKey(text: string): KeyGuess {
  if (looksLikeStructure(text)) return 'sm2';
  const trimmed = text.trim();
  const dense = trimmed.replace(/\s+/g, '');
  const digits = hexDigits(dense);
  if (/^[0-9a-fA-F]+$/.test(digits)) return guessHex(digits.length, digits);
  // Full-width letters and digits: the input method was on. The same characters were meant.
  if (/^[!-~]{16}$/.test(trimmed.length <= 64 ? trimmed.normalize('NFKC') : '')) return 'sm4';
  if (isNearlyHex(dense)) return 'damaged';
  return guessBase64(dense);
}

/** Whether it begins as PEM, or as DER in Base64 or hex, does: sound or not, no symmetric key does. */
export function looksLikeStructure(text: string): boolean {
  const trimmed = text.trim();
  if (trimmed.startsWith('-----') || /-----(?:BEGIN|END) /.test(trimmed)) return true;
  const dense = trimmed.replace(/\s+/g, '');
  if (/^[0-9a-fA-F]+$/.test(hexDigits(dense))) {
    const digits = hexDigits(dense);
    // 64 and 65 bytes are points: their X may begin with anything.
    return digits.length >= 96 && digits.length !== 128 && digits.length !== 130 && derInHex.test(digits);
  }
  return /^\S{40}/.test(trimmed) && dense.length >= 48 && derInBase64.test(dense);
}

/** SEQUENCE with a long length, or with a short one and then INTEGER or SEQUENCE. */
const derInHex = /^30(?:8[0-3]|[0-7][0-9a-f](?:02|30))/i;
const derInBase64 = /^(?:MI[A-P]|M[A-H][A-Za-z0-9+/_-][Cw])/;

function hexDigits(dense: string): string {
  const bare = dense.replace(/^0[xX]/, '');
  return /^[0-9a-fA-F]{2}:/.test(bare) ? bare.replaceAll(':', '') : bare;
}

function guessHex(length: number, digits: string): KeyGuess {
  if (length === 32 || length === 16) return 'sm4';
  if (length === 64 || length === 128 || length === 130) return 'sm2';
  if (length === 66) return /^0[0-7]/.test(digits) ? 'sm2' : 'damaged';
  // Some digits lost or added; a program that drops leading zeros of d drops a few.
  return [32, 64, 128, 130].some((whole) => Math.abs(length - whole) <= (whole === 64 ? 6 : 3)) ? 'damaged' : 'text';
}

/** 44 digits with padding are 32 bytes, 24 are 16; longer ones are secrets as often as they are points. */
function guessBase64(dense: string): KeyGuess {
  if (/^[A-Za-z0-9+/]{22}==$/.test(dense)) return 'sm4';
  if (/^[A-Za-z0-9+/_-]{43}=$/.test(dense)) return 'sm2';
  if (/^B[A-Za-z0-9+/_-]{86}=$/.test(dense)) return 'sm2';
  if (/^(?:[A-Za-z0-9+/_-]{44}|[A-Za-z0-9+/_-]{86}(?:==)?|[A-Za-z0-9+/_-]{87}=?)$/.test(dense)) return 'maybeSm2';
  return 'text';
}

function isNearlyHex(dense: string): boolean {
  const others = dense.replace(/[0-9a-fA-F]+/g, '').length;
  const near = [32, 64, 66, 128, 130].some((whole) => Math.abs(dense.length - whole) <= 2);
  return near && others * 8 <= dense.length && !dense.endsWith('=');
}
