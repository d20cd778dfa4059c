import { utf8FromBytes } from '../encodings/utf8.ts';

/** Undefined for binary files: those with control characters or that are not UTF-8. A key of 32 random bytes passes for text once in 10^13. */
export function textOfFile(bytes: Uint8Array): string | undefined {
  if (bytes.some((byte) => byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d)) return undefined;
  try {
    return utf8FromBytes(bytes);
  } catch {
    return undefined;
  }
}
