import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import smCrypto from 'sm-crypto';
import { createNodeEngine } from '../host/crypto/node-engine.ts';
import { createPortableEngine } from '../shared/crypto/portable-engine.ts';
import { compareMedians, type Row } from './compare-medians.ts';

/**
 * The portable engine beside sm-crypto 0.5.8, and the node engine beside bare `node:crypto`, over the same 100 KB (SM2: a
 * short message). Both are given the same bytes in the form a caller has them, and asked for bytes where they can give them.
 */
export function benchCrypto(): readonly Row[] {
  return [...besideSmCrypto(), ...besideNodeCrypto()];
}

const message = new Uint8Array(randomBytes(100 * 1024));
const key = new Uint8Array(randomBytes(16));
const ecb = { mode: 'ECB', padding: 'pkcs7' } as const;

function besideSmCrypto(): readonly Row[] {
  const engine = createPortableEngine({ randomBytes: (length) => new Uint8Array(randomBytes(length)) });
  const peerName = 'sm-crypto 0.5.8';
  const short = message.slice(0, 64);
  const shortNumbers = [...short];
  const privateHex = randomBytes(31).toString('hex').padStart(64, '0');
  const privateKey = new Uint8Array(Buffer.from(privateHex, 'hex'));
  const publicKey = engine.sm2PublicKey(privateKey);
  const publicHex = engine.encodeHex(publicKey);
  const userId = new TextEncoder().encode('1234567812345678');
  const layout = { form: 'raw', order: 'C1C3C2', prefix04: false } as const;
  const signature = engine.sm2Sign(privateKey, short, { form: 'r||s', userId });
  const ciphertext = engine.sm2Encrypt(publicKey, short, layout);
  const ciphertextHex = engine.encodeHex(ciphertext);
  const signatureHex = engine.encodeHex(signature);

  return [
    compareMedians({
      name: 'portable SM4-ECB, 100 KB',
      own: () => engine.sm4Encrypt(key, message, ecb),
      peer: () => smCrypto.sm4.encrypt(numbers(message), numbers(key), { padding: 'pkcs#7', output: 'array' }),
      peerName,
      timesFaster: 8,
      rounds: 100,
    }),
    compareMedians({
      name: 'portable SM3, 100 KB',
      own: () => engine.sm3(message),
      peer: () => smCrypto.sm3(message),
      peerName,
      timesFaster: 10,
      rounds: 100,
    }),
    compareMedians({
      name: 'portable SM2 sign',
      own: () => engine.sm2Sign(privateKey, short, { form: 'r||s', userId }),
      peer: () => smCrypto.sm2.doSignature(shortNumbers, privateHex, { hash: true }),
      peerName,
      timesFaster: 20,
      rounds: 60,
    }),
    compareMedians({
      name: 'portable SM2 verify',
      own: () => engine.sm2Verify(publicKey, short, signature, { form: 'r||s', userId }),
      peer: () => smCrypto.sm2.doVerifySignature(shortNumbers, signatureHex, publicHex, { hash: true }),
      peerName,
      timesFaster: 4,
      rounds: 60,
    }),
    compareMedians({
      name: 'portable SM2 encrypt',
      own: () => engine.sm2Encrypt(publicKey, short, layout),
      peer: () => smCrypto.sm2.doEncrypt(shortNumbers, publicHex, 1),
      peerName,
      timesFaster: 4,
      rounds: 60,
    }),
    compareMedians({
      name: 'portable SM2 decrypt',
      own: () => engine.sm2Decrypt(privateKey, ciphertext, layout),
      peer: () => smCrypto.sm2.doDecrypt(ciphertextHex, privateHex, 1, { output: 'array' }),
      peerName,
      timesFaster: 2,
      rounds: 60,
    }),
  ];
}

/** sm-crypto takes typed arrays as well; its types do not say so. */
function numbers(bytes: Uint8Array): number[] {
  return bytes as unknown as number[];
}

function besideNodeCrypto(): readonly Row[] {
  const engine = createNodeEngine();
  const peerName = 'bare node:crypto';
  return [
    compareMedians({
      name: 'node SM4-ECB, 100 KB',
      own: () => engine.sm4Encrypt(key, message, ecb),
      peer: () => {
        const cipher = createCipheriv('sm4-ecb', key, null);
        return Buffer.concat([cipher.update(message), cipher.final()]);
      },
      peerName,
      atMost: 1.2,
    }),
    compareMedians({
      name: 'node SM3, 100 KB',
      own: () => engine.sm3(message),
      peer: () => createHash('sm3').update(message).digest(),
      peerName,
      atMost: 1.2,
    }),
  ];
}
