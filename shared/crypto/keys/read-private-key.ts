import type { CryptoEngine } from '../engine.ts';
import { passwordNeeded } from './password-needed.ts';
import { privateKeyContent } from './private-key-content.ts';
import { privateKeyFromNumbers } from './private-key-from-numbers.ts';
import type { Sm2PrivateKey } from './private-key-from-numbers.ts';

export interface PrivateKeyOptions {
  readonly engine: CryptoEngine;
  /** The empty password is one too; left out, a protected key is answered with `key.passwordNeeded`. */
  readonly password?: string;
}

/**
 * An SM2 private key in any form it is handed over in, a pasted text or the bytes of a file: hex or Base64 of d, SEC1,
 * PKCS#8, encrypted PKCS#8, PEM in the old encryption, PKCS#12 with one SM2 key. Refuses with a code of `KeyErrorCode`
 * and a sentence that says what the input really is. What opens passwords is loaded when it is first needed.
 */
export async function readPrivateKey(
  input: string | Uint8Array,
  { engine, password }: PrivateKeyOptions,
): Promise<Sm2PrivateKey> {
  const content = privateKeyContent(input);
  if (content.kind === 'plain') return privateKeyFromNumbers(content.numbers, { form: content.form, engine });
  if (password === undefined) throw passwordNeeded(content.form);
  if (content.kind === 'pkcs12') {
    const { onlyPrivateKey, openPkcs12 } = await import('./read-pkcs12.ts');
    return onlyPrivateKey(openPkcs12(content.file, { form: content.form, engine, password }));
  }
  const { encryptedPemNumbers, encryptedPkcs8Numbers } = await import('./encrypted-private-key.ts');
  const numbers =
    content.kind === 'encryptedPkcs8'
      ? encryptedPkcs8Numbers(content.element, { engine, password })
      : encryptedPemNumbers(content, { engine, password });
  return privateKeyFromNumbers(numbers, { form: content.form, engine });
}
