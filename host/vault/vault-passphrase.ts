import { randomBytes } from 'node:crypto';
import { shortestPassphrase } from '../../shared/model/vault.ts';
import { headText, type VaultDocument } from './vault-document.ts';
import { authenticate, newKdfParameters, openBox, passphraseKeys, sameBytes, sealBox } from './vault-keys.ts';
import { passphraseShort, wrongPassphrase } from './vault-refusals.ts';

/** The part of a document that depends on the passphrase. */
export type VaultHead = Pick<VaultDocument, 'format' | 'id' | 'kdf' | 'check' | 'wrappedKey'>;

/** Throws `vault.passphraseShort`. */
export function requireLong(passphrase: string): void {
  const length = [...passphrase.normalize('NFKC')].length;
  if (length < shortestPassphrase) throw passphraseShort(length);
}

/** A new data key under a passphrase. Takes as long as a guess. */
export async function newHead(
  passphrase: string,
  id: string,
): Promise<{ readonly dataKey: Buffer; readonly head: VaultHead }> {
  const kdf = newKdfParameters();
  const dataKey = randomBytes(32);
  const { wrapping, verifier } = await passphraseKeys(passphrase, kdf);
  const place = headText({ format: 1, id, kdf });
  const check = authenticate(verifier, place).toString('base64');
  const wrappedKey = sealBox(wrapping, { plaintext: dataKey, place });
  for (const key of [wrapping, verifier]) key.fill(0);
  return { dataKey, head: { format: 1, id, kdf, check, wrappedKey } };
}

/** Gets at the data key of any file with these parameters, once. Takes as long as a guess. */
export async function dataKeyOpener(
  passphrase: string,
  { kdf }: VaultHead,
): Promise<(head: VaultHead) => Buffer | undefined> {
  const { wrapping, verifier } = await passphraseKeys(passphrase, kdf);
  /** Throws `vault.wrongPassphrase`; undefined when the passphrase is right and what it wraps was altered. */
  return (head) => {
    const place = headText(head);
    try {
      if (!sameBytes(Buffer.from(head.check, 'base64'), authenticate(verifier, place))) throw wrongPassphrase();
      return openBox(wrapping, head.wrappedKey, place);
    } finally {
      for (const key of [wrapping, verifier]) key.fill(0);
    }
  };
}
