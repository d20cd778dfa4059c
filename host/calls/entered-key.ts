import { hexFromBytes } from '../../shared/crypto/encodings/hex.ts';
import type { CryptoEngine } from '../../shared/crypto/engine.ts';
import { withContext } from '../../shared/hufu-error.ts';
import type { KeySlot } from '../../shared/profile/profile.ts';

/**
 * A key as a user entered it, in a form that the pipeline takes: SM2 keys of any form become hex, so that a wrong one is
 * refused while it is still in the field. Symmetric keys stay texts: how they are read is a convention.
 */
export async function readEnteredKey(
  text: string,
  { slot, algorithm, engine }: { slot: string; algorithm: KeySlot['algorithm']; engine: CryptoEngine },
): Promise<string> {
  try {
    if (algorithm === 'sm2Public') {
      const { readPublicKey } = await import('../../shared/crypto/keys/read-public-key.ts');
      return hexFromBytes((await readPublicKey(text, { engine })).publicKey);
    }
    if (algorithm === 'sm2Private') {
      const { readPrivateKey } = await import('../../shared/crypto/keys/read-private-key.ts');
      return hexFromBytes((await readPrivateKey(text, { engine })).privateKey);
    }
    return text;
  } catch (error) {
    throw withContext(error, { field: slot });
  }
}
