import { keyError } from './key-error.ts';
import { publicKeyContent } from './public-key-content.ts';
import type { Sm2PublicKey } from './public-key-content.ts';

/** As `readPublicKey`, at once and without the reading of certificates: throws `key.certificateGivenAsPublic` for them. */
export function readPlainPublicKey(input: string | Uint8Array): Sm2PublicKey {
  const content = publicKeyContent(input);
  if (content.kind === 'plain') return { form: content.form, publicKey: content.publicKey };
  throw keyError('key.certificateGivenAsPublic', {
    zh: '这是 X.509 证书，而这里只接受单独的公钥。',
    en: 'This is an X.509 certificate, and only a public key by itself is taken here.',
  });
}
