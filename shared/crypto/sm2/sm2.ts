import type { CryptoEngine, RandomBytes } from '../engine.ts';
import { readCiphertext, writeCiphertext } from './cipher-layout.ts';
import { decryptMessage } from './decrypt.ts';
import { encryptMessage } from './encrypt.ts';
import { createKeyPairs } from './key-pair.ts';
import { readPrivateKey } from './private-key.ts';
import { readPublicKey } from './public-key.ts';
import { signDigest } from './sign.ts';
import { readSignature, writeSignature } from './signature-form.ts';
import { messageDigest, userDigest } from './user-digest.ts';
import { verifyDigest } from './verify.ts';

export type Sm2Engine = Pick<CryptoEngine, 'sm2PublicKey' | 'sm2Sign' | 'sm2Verify' | 'sm2Encrypt' | 'sm2Decrypt'>;

/** SM2 (GB/T 32918-2016) over the curve sm2p256v1. */
export function createSm2({ randomBytes }: { readonly randomBytes: RandomBytes }): Sm2Engine {
  const keyPair = createKeyPairs();
  return {
    sm2PublicKey: (privateKey) => keyPair(privateKey).publicKey.slice(),
    sm2Sign(privateKey, message, { form, userId }) {
      const pair = keyPair(privateKey);
      const digest = messageDigest(userDigest(userId, pair.publicKey), message);
      return writeSignature(signDigest(pair, digest, randomBytes), form);
    },
    sm2Verify(publicKey, message, signature, { form, userId }) {
      const point = readPublicKey(publicKey);
      const z = userDigest(userId, point.toBytes(false));
      const numbers = readSignature(signature, form);
      return numbers !== undefined && verifyDigest(point, messageDigest(z, message), numbers);
    },
    sm2Encrypt: (publicKey, plaintext, layout) =>
      writeCiphertext(encryptMessage(readPublicKey(publicKey), plaintext, randomBytes), layout),
    sm2Decrypt: (privateKey, ciphertext, layout) =>
      decryptMessage(readPrivateKey(privateKey), readCiphertext(ciphertext, layout)),
  };
}
