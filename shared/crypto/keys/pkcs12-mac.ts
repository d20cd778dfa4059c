import type { CryptoEngine } from '../engine.ts';
import { equalBytes } from '../equal-bytes.ts';
import { passwordWrong } from './cbc-decrypt.ts';
import { derFields, derInteger, derObjectIdentifier, derTag } from './der.ts';
import type { DerElement } from './der.ts';
import { iterationCount, keyDerivation, pkcs12Derive } from './key-derivation.ts';
import type { KeyDerivationHash } from './key-derivation.ts';
import { keyError } from './key-error.ts';
import { pkcs12Password } from './pkcs12-password.ts';

const digests: Readonly<Record<string, KeyDerivationHash>> = {
  '1.3.14.3.2.26': 'SHA-1',
  '2.16.840.1.101.3.4.2.4': 'SHA-224',
  '2.16.840.1.101.3.4.2.1': 'SHA-256',
  '2.16.840.1.101.3.4.2.2': 'SHA-384',
  '2.16.840.1.101.3.4.2.3': 'SHA-512',
  '1.2.156.10197.1.401': 'SM3',
};

/**
 * Checks MacData (RFC 7292 clause 4, appendix B) over the content of the file. Throws `key.passwordWrong` when it does
 * not fit and `key.encryption` for a MAC of another kind.
 */
export function requirePkcs12Mac(
  macData: DerElement,
  {
    content,
    password,
    engine,
  }: { readonly content: Uint8Array; readonly password: string; readonly engine: CryptoEngine },
): void {
  const fields = derFields(macData);
  const mac = derFields(fields.next(derTag.sequence));
  const identifier = derObjectIdentifier(derFields(mac.next(derTag.sequence)).next(derTag.objectIdentifier));
  const expected = mac.next(derTag.octetString).content;
  const salt = fields.next(derTag.octetString).content;
  const count = fields.optional(derTag.integer);
  const iterations = count === undefined ? 1 : iterationCount(derInteger(count));
  const name = digests[identifier];
  if (name === undefined) {
    throw keyError('key.encryption', {
      zh: `PKCS#12 文件的校验码算法（${identifier}）这里不支持。`,
      en: `The PKCS#12 file is protected with the MAC algorithm ${identifier}, which is not known here.`,
    });
  }
  const derivation = keyDerivation(name, engine);
  const length = derivation.hash(content).length;
  const options = { password: pkcs12Password(password), salt, iterations, length, purpose: 'mac' } as const;
  const key = pkcs12Derive(derivation, options);
  if (!equalBytes(derivation.hmac(key, content), expected)) throw passwordWrong();
}
