import type { TextEncoding } from '../crypto/encodings/text-encoding.ts';

/**
 * The encoding a text is plainly in, else the agreed one. Hex is also valid Base64, but a Base64 text of 32 or more
 * characters that happens to hold hex digits only has a chance below one in 10^14.
 */
export function recogniseEncoding(text: string, agreed: TextEncoding): TextEncoding {
  if (text.length < 32) return agreed;
  if (text.length % 2 === 0 && /^[\da-f]+$/.test(text)) return agreed === 'HEX' && /^\d+$/.test(text) ? 'HEX' : 'hex';
  if (text.length % 2 === 0 && /^[\dA-F]+$/.test(text)) return 'HEX';
  if (text.includes('\r\n') && text.split('\r\n').every((line) => /^[A-Za-z\d+/]{0,76}={0,2}$/.test(line)))
    return 'base64lines';
  if (/^[A-Za-z\d_-]+$/.test(text) && /[_-]/.test(text)) return 'base64url';
  if (/^[A-Za-z\d+/]+={0,2}$/.test(text) && text.length % 4 === 0)
    return agreed.startsWith('base64') && !/[+/=]/.test(text) ? agreed : 'base64';
  return agreed;
}
