import { bytesFromHex, hexFromBytes } from '../../shared/crypto/encodings/hex.ts';
import type { Sm2CipherLayout } from '../../shared/crypto/engine.ts';
import { attempt, firstOf, judge, operation } from './judgement.ts';
import { knownRandom } from './known-random.ts';
import { messageOf, type Judge, type VectorGroup } from './vector-file.ts';

/** Decrypts; encrypts as well where there is a public key: with the given k to the byte, or messages of every length. */
export const judgeSm2Decrypt: Judge = (engine, group, test) => {
  const layout = layoutOf(group);
  const privateKey = bytesFromHex(test.privateKey ?? group.privateKey ?? '');
  const message = messageOf(test);
  const decrypt = (ciphertext: Uint8Array): Uint8Array =>
    operation(engine.create(), 'sm2Decrypt')(privateKey, ciphertext, layout);
  const encrypts = test.result === 'valid' && group.publicKey !== undefined && test.privateKey === undefined;
  const publicKey = bytesFromHex(group.publicKey ?? '');
  return firstOf(
    () => judge(test.result, () => decrypt(bytesFromHex(test.ct ?? '')), hexFromBytes(message)),
    () => {
      if (!encrypts || test.k === undefined || !engine.takesRandomBytes) return undefined;
      const { randomBytes } = knownRandom(bytesFromHex(test.k), engine.randomBytes);
      const encrypt = operation(engine.create(randomBytes), 'sm2Encrypt');
      return judge('valid', () => encrypt(publicKey, message, layout), test.ct ?? '');
    },
    () => {
      if (!encrypts || engine.takesRandomBytes || !test.flags.includes('Length')) return undefined;
      const encrypt = operation(engine.create(), 'sm2Encrypt');
      return judge('valid', () => decrypt(encrypt(publicKey, message, layout)), hexFromBytes(message));
    },
  );
};

/** Must be refused; a k whose mask is all zero may be drawn again instead. */
export const judgeSm2Encrypt: Judge = (engine, group, test) => {
  const layout = layoutOf(group);
  const publicKey = bytesFromHex(group.publicKey ?? '');
  const message = messageOf(test);
  if (!test.flags.includes('KdfZero')) {
    const encrypt = operation(engine.create(), 'sm2Encrypt');
    return judge(test.result, () => encrypt(publicKey, message, layout), test.ct ?? '');
  }
  const random = knownRandom(bytesFromHex(test.k ?? ''), engine.randomBytes);
  const encrypt = operation(engine.create(random.randomBytes), 'sm2Encrypt');
  const outcome = attempt(() => encrypt(publicKey, message, layout));
  if ('broken' in outcome) return outcome.broken;
  if ('refused' in outcome) return undefined;
  if (engine.takesRandomBytes && random.draws() < 2) return 'kept the k whose mask is all zero';
  return outcome.value.endsWith(hexFromBytes(message)) && layout.form === 'raw' && layout.order === 'C1C3C2'
    ? 'the message stands in the ciphertext'
    : undefined;
};

function layoutOf({ form, order, prefix04 }: VectorGroup): Sm2CipherLayout {
  return form === 'der' ? { form } : { form: 'raw', order: order ?? 'C1C3C2', prefix04: prefix04 === true };
}
