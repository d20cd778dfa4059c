import { bytesFromHex, hexFromBytes } from '../../shared/crypto/encodings/hex.ts';
import type { BlockOptions, CryptoEngine, GcmResult } from '../../shared/crypto/engine.ts';
import { firstOf, judge, operation } from './judgement.ts';
import { messageOf, type Judge, type VectorGroup, type VectorTest } from './vector-file.ts';

export const judgeSm4: Judge = (engine, group, test) => {
  const cipher = engine.create();
  const key = bytesFromHex(test.key ?? '');
  const options = optionsOf(group, test);
  const encrypt = (): Uint8Array => operation(cipher, 'sm4Encrypt')(key, messageOf(test), options);
  if (test.iterations !== undefined) {
    return judge(test.result, () => iterate(cipher, { key, test }), test.ct ?? '');
  }
  return firstOf(
    () => (group.op === 'decrypt' ? undefined : judgeCiphertext(cipher, test, encrypt)),
    () => {
      if (group.op === 'encrypt') return undefined;
      const ciphertext = test.ct === undefined ? encrypt() : bytesFromHex(test.ct);
      const decrypt = (): Uint8Array => operation(cipher, 'sm4Decrypt')(key, ciphertext, options);
      return judge(test.result, decrypt, hexFromBytes(messageOf(test)));
    },
  );
};

export const judgeSm4Aead: Judge = (engine, group, test) => {
  const cipher = engine.create();
  const encrypt = operation(cipher, 'sm4GcmEncrypt');
  const decrypt = operation(cipher, 'sm4GcmDecrypt');
  const key = bytesFromHex(test.key ?? '');
  const options = { iv: bytesFromHex(test.iv ?? ''), additionalData: bytesFromHex(test.aad ?? '') };
  const seal = (): GcmResult => encrypt(key, messageOf(test), options);
  return firstOf(
    () => (group.op === 'decrypt' ? undefined : judgeCiphertext(cipher, test, () => seal().ciphertext)),
    () => (group.op === 'decrypt' ? undefined : judge(test.result, () => seal().tag, test.tag ?? '')),
    () => {
      if (group.op === 'encrypt') return undefined;
      const ciphertext = test.ct === undefined ? seal().ciphertext : bytesFromHex(test.ct);
      const sealed = { ciphertext, tag: bytesFromHex(test.tag ?? '') };
      return judge(test.result, () => decrypt(key, sealed, options), hexFromBytes(messageOf(test)));
    },
  );
};

/** Against `ct`, or the SM3 of it where it is long. */
function judgeCiphertext(
  cipher: Partial<CryptoEngine>,
  test: VectorTest,
  encrypt: () => Uint8Array,
): string | undefined {
  if (test.ctSm3 === undefined) return judge(test.result, encrypt, test.ct ?? '');
  return judge(test.result, () => operation(cipher, 'sm3')(encrypt()), test.ctSm3);
}

/** A missing IV is one of no bytes: the types of the engine let no caller leave it out. */
function optionsOf({ mode, padding = 'none' }: VectorGroup, { iv }: VectorTest): BlockOptions {
  return mode === 'CBC' ? { mode, padding, iv: bytesFromHex(iv ?? '') } : { mode: 'ECB', padding };
}

const blocksAtOnce = 4096;

/**
 * A block encrypted again and again. CBC over blocks of zeros does just that, the IV being the first block, and spares
 * a million calls.
 */
function iterate(
  cipher: Partial<CryptoEngine>,
  { key, test }: { readonly key: Uint8Array; readonly test: VectorTest },
): Uint8Array {
  let block = messageOf(test);
  for (let left = test.iterations ?? 0; left > 0; left -= blocksAtOnce) {
    const zeros = new Uint8Array(Math.min(left, blocksAtOnce) * 16);
    const options: BlockOptions = { mode: 'CBC', padding: 'none', iv: block };
    block = operation(cipher, 'sm4Encrypt')(key, zeros, options).slice(-16);
  }
  return block;
}
