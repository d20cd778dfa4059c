import { bytesFromHex, hexFromBytes } from './encodings/hex.ts';
import { bytesFromUtf8 } from './encodings/utf8.ts';
import type { BlockOptions, CryptoEngine } from './engine.ts';

export type Algorithm =
  | 'SM3'
  | 'HMAC-SM3'
  | 'SM4'
  | 'SM4-GCM'
  | 'SM2 signature'
  | 'SM2 encryption'
  | 'MD5'
  | 'SHA-1'
  | 'SHA-256'
  | 'AES-128'
  | 'DESede';

/** Printed answers of one algorithm, and a forgery where the algorithm has something to refuse. */
export interface KnownAnswer {
  readonly algorithm: Algorithm;
  /** May throw instead of answering false. */
  readonly check: (engine: CryptoEngine) => boolean;
}

export interface SelfTestResult {
  readonly algorithm: Algorithm;
  readonly passed: boolean;
}

/** Every algorithm of the engine against its known answers. Never throws. */
export function selfTest(engine: CryptoEngine): SelfTestResult[] {
  return knownAnswers.map((known) => ({ algorithm: known.algorithm, passed: passes(known, engine) }));
}

/** An engine that throws has not passed. */
export function passes({ check }: KnownAnswer, engine: CryptoEngine): boolean {
  try {
    return check(engine);
  } catch {
    return false;
  }
}

const abc = bytesFromUtf8('abc');
const sm4Key = bytesFromHex('0123456789abcdeffedcba9876543210');
/** Key pair, message and signature of GB/T 32918.5-2017 annex A.2; the ciphertext is of annex A.3. */
const sm2 = {
  privateKey: bytesFromHex('3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8'),
  publicKey: bytesFromHex(
    '0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13',
  ),
  signature: bytesFromHex(
    'f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa',
  ),
  ciphertext: bytesFromHex(
    '0404ebfc718e8d1798620432268e77feb6415e2ede0e073c0f4f640ecd2e149a73e858f9d81e5430a57b36daab8f950a3c64e6ee6a63094d99283aff767e124df059983c18f809e262923c53aec295d30383b54e39d609d160afcb1908d0bd876621886ca989ca9c7d58087307ca93092d651efa',
  ),
};

export const knownAnswers: readonly KnownAnswer[] = [
  {
    algorithm: 'SM3',
    // GM/T 0004-2012 annex A.1.
    check: ({ sm3 }) => is(sm3(abc), '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0'),
  },
  {
    algorithm: 'HMAC-SM3',
    // GM/T 0042-2015 annex D.3, example 1.
    check: ({ hmacSm3 }) =>
      is(
        hmacSm3(
          Uint8Array.from({ length: 32 }, (_, index) => index + 1),
          bytesFromUtf8('abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq'.repeat(2)),
        ),
        'ca05e144ed05d1857840d1f318a4a8669e559fc8391f414485bfdf7bb408963a',
      ),
  },
  {
    algorithm: 'SM4',
    check: ({ sm4Encrypt, sm4Decrypt }) =>
      // GM/T 0002-2012 annex A.1.
      blocks(sm4Encrypt, sm4Decrypt, {
        key: sm4Key,
        plaintext: sm4Key,
        options: { mode: 'ECB', padding: 'none' },
        ciphertext: '681edf34d206965e86b3e94f536e4246',
      }) &&
      // draft-ribose-cfrg-sm4-10 appendix A.2.2.1.
      blocks(sm4Encrypt, sm4Decrypt, {
        key: sm4Key,
        plaintext: bytesFromHex('aaaaaaaabbbbbbbbccccccccddddddddeeeeeeeeffffffffaaaaaaaabbbbbbbb'),
        options: { mode: 'CBC', padding: 'none', iv: bytesFromHex('000102030405060708090a0b0c0d0e0f') },
        ciphertext: '78ebb11cc40b0a48312aaeb2040244cb4cb7016951909226979b0d15dc6a8f6d',
      }),
  },
  {
    algorithm: 'SM4-GCM',
    // RFC 8998 appendix A.1.
    check({ sm4GcmEncrypt, sm4GcmDecrypt }) {
      const options = {
        iv: bytesFromHex('00001234567800000000abcd'),
        additionalData: bytesFromHex('feedfacedeadbeeffeedfacedeadbeefabaddad2'),
      };
      const plaintext = 'abcdefea'.replace(/./g, (digit) => digit.repeat(16));
      const sealed = sm4GcmEncrypt(sm4Key, bytesFromHex(plaintext), options);
      return (
        is(
          sealed.ciphertext,
          '17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d',
        ) &&
        is(sealed.tag, '83de3541e4c2b58177e065a9bf7b62ec') &&
        is(sm4GcmDecrypt(sm4Key, sealed, options), plaintext) &&
        refuses(() => sm4GcmDecrypt(sm4Key, { ...sealed, tag: changed(sealed.tag) }, options))
      );
    },
  },
  {
    algorithm: 'SM2 signature',
    check({ sm2PublicKey, sm2Sign, sm2Verify }) {
      const { privateKey, publicKey, signature } = sm2;
      const message = bytesFromUtf8('message digest');
      const options = { form: 'r||s', userId: bytesFromUtf8('1234567812345678') } as const;
      return (
        is(sm2PublicKey(privateKey), hexFromBytes(publicKey)) &&
        sm2Verify(publicKey, message, signature, options) &&
        !sm2Verify(publicKey, message, changed(signature), options) &&
        sm2Verify(publicKey, message, sm2Sign(privateKey, message, options), options)
      );
    },
  },
  {
    algorithm: 'SM2 encryption',
    check({ sm2Encrypt, sm2Decrypt }) {
      const { privateKey, publicKey, ciphertext } = sm2;
      const message = bytesFromUtf8('encryption standard');
      const layout = { form: 'raw', order: 'C1C3C2', prefix04: true } as const;
      return (
        is(sm2Decrypt(privateKey, ciphertext, layout), hexFromBytes(message)) &&
        refuses(() => sm2Decrypt(privateKey, changed(ciphertext), layout)) &&
        is(sm2Decrypt(privateKey, sm2Encrypt(publicKey, message, layout), layout), hexFromBytes(message))
      );
    },
  },
  // RFC 1321 appendix A.5, FIPS 180-2 appendices A.1 and B.1.
  { algorithm: 'MD5', check: ({ md5 }) => is(md5(abc), '900150983cd24fb0d6963f7d28e17f72') },
  {
    algorithm: 'SHA-1',
    check: ({ sha1 }) => is(sha1(abc), 'a9993e364706816aba3e25717850c26c9cd0d89d'),
  },
  {
    algorithm: 'SHA-256',
    check: ({ sha256 }) => is(sha256(abc), 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'),
  },
  {
    algorithm: 'AES-128',
    // NIST SP 800-38A clauses F.1.1 and F.2.1.
    check: ({ aesEncrypt, aesDecrypt }) => {
      const key = bytesFromHex('2b7e151628aed2a6abf7158809cf4f3c');
      const plaintext = bytesFromHex('6bc1bee22e409f96e93d7e117393172a');
      const iv = bytesFromHex('000102030405060708090a0b0c0d0e0f');
      return (
        blocks(aesEncrypt, aesDecrypt, {
          key,
          plaintext,
          options: { mode: 'ECB', padding: 'none' },
          ciphertext: '3ad77bb40d7a3660a89ecaf32466ef97',
        }) &&
        blocks(aesEncrypt, aesDecrypt, {
          key,
          plaintext,
          options: { mode: 'CBC', padding: 'none', iv },
          ciphertext: '7649abac8119b246cee98e9b12e9197d',
        })
      );
    },
  },
  {
    algorithm: 'DESede',
    // NIST SP 800-67 revision 1 appendix B.1.
    check: ({ desEdeEncrypt, desEdeDecrypt }) =>
      blocks(desEdeEncrypt, desEdeDecrypt, {
        key: bytesFromHex('0123456789abcdef23456789abcdef01456789abcdef0123'),
        plaintext: bytesFromUtf8('The qufck brown fox jump'),
        options: { mode: 'ECB', padding: 'none' },
        ciphertext: 'a826fd8ce53b855fcce21c8112256fe668d5c05dd9b6b900',
      }),
  },
];

/** The known answer without padding, and the same blocks with PKCS#7 there and back. */
function blocks(
  encrypt: CryptoEngine['sm4Encrypt'],
  decrypt: CryptoEngine['sm4Decrypt'],
  known: {
    readonly key: Uint8Array;
    readonly plaintext: Uint8Array;
    readonly options: BlockOptions;
    readonly ciphertext: string;
  },
): boolean {
  const { key, plaintext, options, ciphertext } = known;
  const padded: BlockOptions = { ...options, padding: 'pkcs7' };
  const sealed = encrypt(key, plaintext, padded);
  return (
    is(encrypt(key, plaintext, options), ciphertext) &&
    is(decrypt(key, bytesFromHex(ciphertext), options), hexFromBytes(plaintext)) &&
    is(sealed.subarray(0, plaintext.length), ciphertext) &&
    is(decrypt(key, sealed, padded), hexFromBytes(plaintext))
  );
}

function is(bytes: Uint8Array, hex: string): boolean {
  return hexFromBytes(bytes) === hex;
}

/** One bit of the last byte is another. */
function changed(bytes: Uint8Array): Uint8Array {
  return bytes.map((byte, index) => (index === bytes.length - 1 ? byte ^ 1 : byte));
}

function refuses(operation: () => unknown): boolean {
  try {
    operation();
    return false;
  } catch {
    return true;
  }
}
