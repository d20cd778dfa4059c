import { bytesFromBase64 } from '../../shared/crypto/encodings/base64.ts';

const dataKeyLength = 32;

/** The data key that a store kept as Base64; undefined for anything else: somebody wrote it, and the passphrase still opens the vault. */
export function rememberedKey(text: string | undefined): Uint8Array | undefined {
  if (text === undefined) return undefined;
  try {
    const key = bytesFromBase64(text);
    return key.length === dataKeyLength ? key : undefined;
  } catch {
    return undefined;
  }
}
