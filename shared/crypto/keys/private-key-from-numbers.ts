import type { CryptoEngine } from '../engine.ts';
import type { PrivateKeyForm } from './key-form.ts';
import type { PrivateKeyNumbers } from './key-structure.ts';
import { requirePair } from './require-pair.ts';
import { requirePrivateKeyInRange, sm2Point } from './sm2-point.ts';

export interface Sm2PrivateKey<Form extends PrivateKeyForm = PrivateKeyForm> {
  /** What the input was. */
  readonly form: Form;
  /** 32 bytes, in 1..n−2. */
  readonly privateKey: Uint8Array;
  /** 65 bytes 04‖X‖Y, computed from the private key; where the input held one, it is the same. */
  readonly publicKey: Uint8Array;
}

/**
 * Checks d, computes the public key, and compares it with the one in the structure. Throws `key.privateRange`,
 * `key.pairMismatch`, and what `sm2Point` throws about the public key in the structure.
 */
export function privateKeyFromNumbers<Form extends PrivateKeyForm>(
  { scalar, point }: PrivateKeyNumbers,
  { form, engine }: { readonly form: Form; readonly engine: CryptoEngine },
): Sm2PrivateKey<Form> {
  requirePrivateKeyInRange(scalar);
  const privateKey = scalar.slice();
  if (point !== undefined) requirePair({ privateKey, publicKey: point, engine });
  return { form, privateKey, publicKey: sm2Point(engine.sm2PublicKey(privateKey)) };
}
