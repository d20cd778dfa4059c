import type { KeyMaterial, SecretKeyExportForm } from '../../model/key.ts';
import { base64FromBytes } from '../encodings/base64.ts';
import { bytesFromHex, hexFromBytes } from '../encodings/hex.ts';
import type { CryptoEngine, RandomBytes } from '../engine.ts';
import { encryptPkcs8 } from './encrypt-pkcs8.ts';
import { keyError } from './key-error.ts';
import { pkcs8Structure, sec1Structure } from './sm2-structures.ts';
import { symmetricReading } from './symmetric-reading.ts';
import { writePem } from './write-pem.ts';

type Sm2Private = Extract<KeyMaterial, { readonly algorithm: 'sm2Private' }>;
type Symmetric = Extract<KeyMaterial, { readonly text: string }>;

interface Options {
  readonly engine: CryptoEngine;
  /** For salt and IV of an encrypted form. */
  readonly randomBytes: RandomBytes;
  /** Of `encrypted-pkcs8-pem`, not empty. */
  readonly password?: string;
}

/**
 * A private or symmetric key in a form to hand over; one line without line end, but for PEM. Throws `key.exportForm`
 * when the form does not fit the key, and `key.passwordNeeded` for the encrypted form without a password.
 */
export function writeSecretKey(material: KeyMaterial, form: SecretKeyExportForm, options: Options): string {
  switch (material.algorithm) {
    case 'sm2Private':
      return privateKeyText(material, form, options);
    case 'sm2Public':
      throw wrongForm({ zh: '公钥没有可导出的私钥', en: 'A public key has no private half' });
    default:
      return symmetricText(material, form);
  }
}

function privateKeyText(material: Sm2Private, form: SecretKeyExportForm, options: Options): string {
  const privateKey = bytesFromHex(material.privateKey);
  const pair = { privateKey, publicKey: options.engine.sm2PublicKey(privateKey) };
  switch (form) {
    case 'encrypted-pkcs8-pem': {
      const { randomBytes, password } = options;
      if (password === undefined || password === '') throw withoutPassword();
      return writePem('ENCRYPTED PRIVATE KEY', encryptPkcs8(pkcs8Structure(pair), { password, randomBytes }));
    }
    case 'pkcs8-pem':
      return writePem('PRIVATE KEY', pkcs8Structure(pair));
    case 'sec1-pem':
      return writePem('EC PRIVATE KEY', sec1Structure(pair));
    case 'hex-d':
      return material.privateKey;
    case 'text':
    case 'hex':
    case 'base64':
      throw wrongForm({
        zh: 'SM2 私钥只能导出为 PKCS#8、SEC1 或十六进制的 d',
        en: 'An SM2 private key is exported as PKCS#8, SEC1 or d in hex',
      });
  }
}

function symmetricText({ algorithm, text }: Symmetric, form: SecretKeyExportForm): string {
  if (form === 'text') return text;
  if ((form !== 'hex' && form !== 'base64') || algorithm === 'text') {
    throw wrongForm({
      zh: '文本只能按原样导出，SM4、AES 密钥可以按原样、十六进制或 Base64 导出',
      en: 'A text is exported as it is; an SM4 or AES key as it is, in hex or in Base64',
    });
  }
  const bytes = symmetricReading(text)?.bytes;
  if (bytes === undefined) {
    throw wrongForm({
      zh: '这把密钥读不出 16 字节，只能按原样导出',
      en: 'This key gives 16 bytes under no reading and is exported only as it is',
    });
  }
  return form === 'hex' ? hexFromBytes(bytes) : base64FromBytes(bytes);
}

function wrongForm({ zh, en }: { readonly zh: string; readonly en: string }): Error {
  return keyError('key.exportForm', { zh: `${zh}。`, en: `${en}.` });
}

function withoutPassword(): Error {
  return keyError('key.passwordNeeded', {
    zh: '加密导出需要一个密码，不能为空。',
    en: 'The encrypted form needs a password, which must not be empty.',
  });
}
