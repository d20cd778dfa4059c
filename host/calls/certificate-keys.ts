import { hexFromBytes } from '../../shared/crypto/encodings/hex.ts';
import type { CryptoEngine } from '../../shared/crypto/engine.ts';
import { withContext } from '../../shared/hufu-error.ts';
import type { Profile } from '../../shared/profile/profile.ts';

/**
 * Public keys that were handed over as certificates, as the bare keys that the pipeline takes; all other keys as they
 * are. Reading certificates is loaded only where there is one.
 */
export async function readCertificateKeys(
  keys: Readonly<Record<string, string>>,
  { profile, engine }: { readonly profile: Profile; readonly engine: CryptoEngine },
): Promise<Readonly<Record<string, string>>> {
  const read = { ...keys };
  for (const { name, algorithm } of profile.keySlots) {
    const text = keys[name];
    // 200 Base64 characters are more than a bare public key in any form has.
    if (algorithm !== 'sm2Public' || text === undefined || text.length < 200) continue;
    const { readPublicKey } = await import('../../shared/crypto/keys/read-public-key.ts');
    try {
      read[name] = hexFromBytes((await readPublicKey(text, { engine })).publicKey);
    } catch (error) {
      throw withContext(error, { field: name });
    }
  }
  return read;
}
