import { createPrivateKey, createPublicKey, createSign, createVerify, type KeyObject } from 'node:crypto';
import type { CryptoEngine } from '../../shared/crypto/engine.ts';
import { recentlyMade } from '../../shared/crypto/recently-made.ts';
import { readPrivateKey } from '../../shared/crypto/sm2/private-key.ts';
import { readPublicKey } from '../../shared/crypto/sm2/public-key.ts';
import { readSignature, writeSignature } from '../../shared/crypto/sm2/signature-form.ts';
import { userDigest } from '../../shared/crypto/sm2/user-digest.ts';
import { plainBytes } from './plain-bytes.ts';

/** PKCS#8 of a private key of sm2p256v1 up to its 32 bytes; OpenSSL adds the public key. */
const privateKeyHead = Buffer.from('3041020100301306072a8648ce3d020106082a811ccf5501822d042730250201010420', 'hex');
/** SubjectPublicKeyInfo up to the 65 bytes of the point. */
const publicKeyHead = Buffer.from('3059301306072a8648ce3d020106082a811ccf5501822d034200', 'hex');

/** As many as a workbench uses at a time: callers and providers of a few environments. */
const remembered = 8;

interface NativeKeyPair {
  readonly key: KeyObject;
  /** 04‖X‖Y. */
  readonly publicKey: Uint8Array;
}

interface NativePublicKey {
  readonly key: KeyObject;
  /** 04‖X‖Y. */
  readonly point: Uint8Array;
}

/**
 * SM2 signatures by OpenSSL, with its own random numbers. A key becomes a key object of OpenSSL first, which takes
 * longer than signing, so the last few are kept. Ranges and forms are checked here: OpenSSL is laxer about some.
 */
export function nativeSm2(): Pick<CryptoEngine, 'sm2PublicKey' | 'sm2Sign' | 'sm2Verify'> {
  const keyPair = recentlyMade({ size: remembered, make: makeKeyPair });
  const publicKeyOf = recentlyMade({ size: remembered, make: makePublicKey });
  return {
    sm2PublicKey: (privateKey) => keyPair(privateKey).publicKey.slice(),
    sm2Sign(privateKey, message, { form, userId }) {
      const { key, publicKey } = keyPair(privateKey);
      // `createSign` hashes what it is given and adds no Z; `crypto.sign` would add the Z of an empty identifier.
      const der = plainBytes(createSign('sm3').update(userDigest(userId, publicKey)).update(message).sign(key));
      const numbers = readSignature(der, 'der');
      if (numbers === undefined) throw new Error('OpenSSL gave a signature that is not DER');
      return form === 'der' ? der : writeSignature(numbers, form);
    },
    sm2Verify(publicKey, message, signature, { form, userId }) {
      const { key, point } = publicKeyOf(publicKey);
      const z = userDigest(userId, point);
      const numbers = readSignature(signature, form);
      if (numbers === undefined) return false;
      return createVerify('sm3').update(z).update(message).verify(key, writeSignature(numbers, 'der'));
    },
  };
}

/** Throws as `readPrivateKey`. */
function makeKeyPair(privateKey: Uint8Array): NativeKeyPair {
  readPrivateKey(privateKey);
  const key = createPrivateKey({ key: Buffer.concat([privateKeyHead, privateKey]), format: 'der', type: 'pkcs8' });
  const exported = createPublicKey(key).export({ format: 'der', type: 'spki' });
  return { key, publicKey: plainBytes(exported.subarray(publicKeyHead.length)) };
}

/** Throws as `readPublicKey`. */
function makePublicKey(publicKey: Uint8Array): NativePublicKey {
  const point = readPublicKey(publicKey).toBytes(false);
  const key = createPublicKey({ key: Buffer.concat([publicKeyHead, point]), format: 'der', type: 'spki' });
  return { key, point };
}
