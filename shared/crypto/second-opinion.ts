import smCrypto from 'sm-crypto';
import { HufuError } from '../hufu-error.ts';
import { sm4Algorithm } from './block/block-algorithm.ts';
import { createBlockEngine } from './block/block-engine.ts';
import type { BlockTransform, Chaining } from './block/block-transform.ts';
import { bytesFromHex, hexFromBytes } from './encodings/hex.ts';
import { utf8FromBytes } from './encodings/utf8.ts';
import type { CryptoEngine, Sm2CipherLayout } from './engine.ts';
import { equalBytes } from './equal-bytes.ts';
import { readCiphertext, writeCiphertext } from './sm2/cipher-layout.ts';
import { readC1, wrongCheck } from './sm2/decrypt.ts';
import { requireMessage } from './sm2/encrypt.ts';
import { readPrivateKey } from './sm2/private-key.ts';
import { readPublicKey } from './sm2/public-key.ts';
import { readSignature, writeSignature } from './sm2/signature-form.ts';
import { requireUserId } from './sm2/user-digest.ts';

export type SecondOpinion = Pick<
  CryptoEngine,
  'name' | 'sm3' | 'hmacSm3' | 'sm4Encrypt' | 'sm4Decrypt' | 'sm2Sign' | 'sm2Verify' | 'sm2Encrypt' | 'sm2Decrypt'
>;

/** It copies its input to arrays of numbers several times over and takes the process with it at about 128 MB. */
const longestInput = 8 * 1024 * 1024;

const sm4 = createBlockEngine(sm4Algorithm, blocksOfSmCrypto());

/**
 * What sm-crypto 0.5.8, the library of most peers' front ends, makes of the same work: to compare with, never to send,
 * since its random numbers are RC4. It answers many wrong inputs with an empty or a wrong result, so it is handed bytes
 * and hex of validated length only, and what it takes for success is checked again.
 * Throws as the engines do, and `secondOpinion.length` and `secondOpinion.userId` for what it cannot do.
 */
export const secondOpinion: SecondOpinion = {
  name: 'sm-crypto 0.5.8',
  sm3: (message) => bytesFromHex(smCrypto.sm3(bounded(message))),
  hmacSm3: (key, message) => bytesFromHex(smCrypto.sm3(bounded(message), { key: [...bounded(key)] })),
  sm4Encrypt: (key, plaintext, options) => sm4.encrypt(key, bounded(plaintext), options),
  sm4Decrypt: (key, ciphertext, options) => sm4.decrypt(key, bounded(ciphertext), options),
  sm2Sign(privateKey, message, { form, userId }) {
    readPrivateKey(privateKey);
    const options = { hash: true, der: false, userId: userIdText(userId) };
    const hex = smCrypto.sm2.doSignature([...bounded(message)], hexFromBytes(privateKey), options);
    const numbers = readSignature(bytesFromHex(hex), 'r||s');
    if (numbers === undefined) throw new Error('sm-crypto gave no signature');
    return writeSignature(numbers, form);
  },
  sm2Verify(publicKey, message, signature, { form, userId }) {
    const key = hexFromBytes(readPublicKey(publicKey).toBytes(false));
    const options = { hash: true, der: false, userId: userIdText(userId) };
    const numbers = readSignature(signature, form);
    if (numbers === undefined) return false;
    const hex = hexFromBytes(writeSignature(numbers, 'r||s'));
    return smCrypto.sm2.doVerifySignature([...bounded(message)], hex, key, options);
  },
  sm2Encrypt(publicKey, plaintext, layout) {
    const key = hexFromBytes(readPublicKey(publicKey).toBytes(false));
    requireMessage(plaintext);
    for (;;) {
      const hex = smCrypto.sm2.doEncrypt(bounded(plaintext), key, cipherMode);
      const parts = readCiphertext(bytesFromHex(hex), bare);
      // With a mask of zeros the message would stand in the ciphertext; sm-crypto does not look.
      if (!equalBytes(parts.c2, plaintext)) return writeCiphertext(parts, layout);
    }
  },
  sm2Decrypt(privateKey, ciphertext, layout) {
    readPrivateKey(privateKey);
    const parts = readCiphertext(bounded(ciphertext), layout);
    readC1(parts.c1);
    const hex = hexFromBytes(writeCiphertext(parts, bare));
    const plaintext = smCrypto.sm2.doDecrypt(hex, hexFromBytes(privateKey), cipherMode, { output: 'array' });
    const message = Uint8Array.from(plaintext as unknown as readonly number[]);
    // No bytes are its answer to a wrong C3, and a mask of zeros is none of its concern.
    if (message.length === 0 || equalBytes(message, parts.c2)) throw wrongCheck();
    return message;
  },
};

/** The one layout that sm-crypto reads and writes here, and its number for it. */
const bare: Sm2CipherLayout = { form: 'raw', order: 'C1C3C2', prefix04: false };
const cipherMode = 1;

/** Whole blocks only: its removal of PKCS#7 takes a last byte of 0 and of over 16 for padding. */
function blocksOfSmCrypto(): BlockTransform {
  return {
    encrypt: (key, blocks, chaining) =>
      Uint8Array.from(smCrypto.sm4.encrypt([...blocks], [...key], optionsOf(chaining))),
    decrypt: (key, blocks, chaining) =>
      Uint8Array.from(smCrypto.sm4.decrypt([...blocks], [...key], optionsOf(chaining))),
  };
}

function optionsOf(chaining: Chaining): { padding: 'none'; output: 'array'; mode?: 'cbc'; iv?: number[] } {
  const options = { padding: 'none', output: 'array' } as const;
  return chaining.mode === 'CBC' ? { ...options, mode: 'cbc', iv: [...chaining.iv] } : options;
}

function bounded(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= longestInput) return bytes;
  throw new HufuError({
    code: 'secondOpinion.length',
    text: {
      zh: `sm-crypto 复核最多 ${longestInput} 字节，实际 ${bytes.length} 字节。`,
      en: `sm-crypto is asked about at most ${longestInput} bytes and these are ${bytes.length}.`,
    },
  });
}

/** It takes the identifier as text alone. */
function userIdText(userId: Uint8Array): string {
  requireUserId(userId);
  try {
    return utf8FromBytes(userId);
  } catch {
    throw new HufuError({
      code: 'secondOpinion.userId',
      text: {
        zh: 'sm-crypto 只接受文本形式的用户标识，这些字节不是 UTF-8 文本，无法复核。',
        en: 'sm-crypto takes user identifiers as text, and these bytes are no UTF-8 text: it cannot be asked.',
      },
    });
  }
}
