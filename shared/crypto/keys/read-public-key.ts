import type { CryptoEngine } from '../engine.ts';
import { publicKeyContent } from './public-key-content.ts';
import type { Sm2PublicKey } from './public-key-content.ts';
import type { Sm2Certificate } from './read-certificate.ts';

/**
 * An SM2 public key in any form it is handed over in, a pasted text or the bytes of a file: 04‖X‖Y, X‖Y, compressed or
 * hybrid in hex or Base64, SPKI, X.509 certificate (of several, the first). Refuses with a code of `KeyErrorCode` and a
 * sentence that says what the input really is; a private key is refused too, not converted. What reads certificates is
 * loaded when it is first needed.
 */
export async function readPublicKey(
  input: string | Uint8Array,
  { engine }: { readonly engine: CryptoEngine },
): Promise<Sm2PublicKey & { readonly certificate?: Sm2Certificate }> {
  const content = publicKeyContent(input);
  if (content.kind === 'plain') return { form: content.form, publicKey: content.publicKey };
  const { certificateFrom } = await import('./read-certificate.ts');
  const certificate = certificateFrom(content.element, { form: content.form, engine });
  return { form: content.form, publicKey: certificate.publicKey, certificate };
}
