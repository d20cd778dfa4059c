import type { CryptoEngine } from '../engine.ts';
import { passwordNeeded } from './password-needed.ts';
import { privateKeyContent } from './private-key-content.ts';
import { privateKeyFromNumbers } from './private-key-from-numbers.ts';
import type { Sm2PrivateKey } from './private-key-from-numbers.ts';

/**
 * As `readPrivateKey`, at once and without its larger parts, for keys that no password protects: bare d, SEC1, PKCS#8.
 * Throws `key.passwordNeeded` for all others.
 */
export function readPlainPrivateKey(
  input: string | Uint8Array,
  { engine }: { readonly engine: CryptoEngine },
): Sm2PrivateKey {
  const content = privateKeyContent(input);
  if (content.kind !== 'plain') throw passwordNeeded(content.form);
  return privateKeyFromNumbers(content.numbers, { form: content.form, engine });
}
