import { aesAlgorithm, desEdeAlgorithm, sm4Algorithm } from '../../shared/crypto/block/block-algorithm.ts';
import { createBlockEngine } from '../../shared/crypto/block/block-engine.ts';
import type { CryptoEngine } from '../../shared/crypto/engine.ts';
import type { Algorithm } from '../../shared/crypto/self-test.ts';
import { nativeBlocks } from './native-blocks.ts';
import { nativeDigest, nativeHmac } from './native-digest.ts';
import { nativeGcm } from './native-gcm.ts';
import { nativeSm2 } from './native-sm2.ts';

export type NativeAlgorithms = Partial<Readonly<Record<Algorithm, Partial<CryptoEngine>>>>;

/** What OpenSSL may be able to do; whether it can is for the known answers to say. It has no SM2 encryption in Node. */
export function nativeAlgorithms(): NativeAlgorithms {
  const sm4 = createBlockEngine(sm4Algorithm, nativeBlocks('sm4'));
  const sm4Gcm = nativeGcm('sm4-gcm', sm4Algorithm);
  const aes = createBlockEngine(aesAlgorithm, nativeBlocks('aes-128'));
  const desEde = createBlockEngine(
    desEdeAlgorithm,
    nativeBlocks((keyLength) => (keyLength === 24 ? 'des-ede3' : 'des-ede')),
  );
  return {
    SM3: { sm3: nativeDigest('sm3') },
    'HMAC-SM3': { hmacSm3: nativeHmac('sm3') },
    SM4: { sm4Encrypt: sm4.encrypt, sm4Decrypt: sm4.decrypt },
    'SM4-GCM': { sm4GcmEncrypt: sm4Gcm.encrypt, sm4GcmDecrypt: sm4Gcm.decrypt },
    'SM2 signature': nativeSm2(),
    MD5: { md5: nativeDigest('md5') },
    'SHA-1': { sha1: nativeDigest('sha1') },
    'SHA-256': { sha256: nativeDigest('sha256') },
    'AES-128': { aesEncrypt: aes.encrypt, aesDecrypt: aes.decrypt },
    DESede: { desEdeEncrypt: desEde.encrypt, desEdeDecrypt: desEde.decrypt },
  };
}
