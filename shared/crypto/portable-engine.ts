import { md5, sha1 } from '@noble/hashes/legacy.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { aesTransform } from './aes/aes-transform.ts';
import { aesAlgorithm, desEdeAlgorithm, sm4Algorithm } from './block/block-algorithm.ts';
import { requireKey } from './block/block-checks.ts';
import { createBlockEngine } from './block/block-engine.ts';
import { blockTransform } from './block/block-transform.ts';
import { gcmDecrypt, gcmEncrypt } from './block/gcm.ts';
import { desEdeCipher } from './des/des-ede-cipher.ts';
import { base64FromBytes } from './encodings/base64.ts';
import { hexFromBytes } from './encodings/hex.ts';
import type { CryptoEngine, RandomBytes } from './engine.ts';
import { createSm2 } from './sm2/sm2.ts';
import { hmacSm3 } from './sm3/hmac-sm3.ts';
import { sm3 } from './sm3/sm3.ts';
import { sm4Cipher } from './sm4/sm4-cipher.ts';

const sm4 = createBlockEngine(sm4Algorithm, blockTransform(sm4Cipher));
const aes = createBlockEngine(aesAlgorithm, aesTransform);
const desEde = createBlockEngine(desEdeAlgorithm, blockTransform(desEdeCipher));

/**
 * The engine that runs everywhere. `randomBytes` is drawn upon by SM2 signing and encryption alone, 32 bytes for each
 * attempt at a k: with a recorded source they give the recorded results.
 */
export function createPortableEngine({ randomBytes }: { readonly randomBytes: RandomBytes }): CryptoEngine {
  return {
    name: 'portable',
    sm3,
    md5,
    sha1,
    sha256,
    hmacSm3,
    sm4Encrypt: sm4.encrypt,
    sm4Decrypt: sm4.decrypt,
    sm4GcmEncrypt(key, plaintext, options) {
      requireKey(sm4Algorithm, key);
      return gcmEncrypt(sm4Cipher(key), plaintext, options);
    },
    sm4GcmDecrypt(key, sealed, options) {
      requireKey(sm4Algorithm, key);
      return gcmDecrypt(sm4Cipher(key), sealed, options);
    },
    aesEncrypt: aes.encrypt,
    aesDecrypt: aes.decrypt,
    desEdeEncrypt: desEde.encrypt,
    desEdeDecrypt: desEde.decrypt,
    ...createSm2({ randomBytes }),
    encodeHex: hexFromBytes,
    encodeBase64: base64FromBytes,
  };
}
