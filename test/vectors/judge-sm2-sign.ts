import { bytesFromHex } from '../../shared/crypto/encodings/hex.ts';
import { bytesFromUtf8 } from '../../shared/crypto/encodings/utf8.ts';
import type { Sm2SignOptions } from '../../shared/crypto/engine.ts';
import { firstOf, judge, judgeVerification, operation } from './judgement.ts';
import { knownRandom } from './known-random.ts';
import { bytesOfPattern, messageOf, type Judge, type VectorGroup } from './vector-file.ts';

/** Verifies; signs as well where there is a private key: with the given k to the byte, and once in each group without. */
export const judgeSm2Verify: Judge = (engine, group, test) => {
  const options = optionsOf(group);
  const publicKey = bytesFromHex(group.publicKey ?? '');
  const privateKey = bytesFromHex(group.privateKey ?? '');
  const message = messageOf(test);
  const verify = (signature: Uint8Array): boolean =>
    operation(engine.create(), 'sm2Verify')(publicKey, message, signature, options);
  return firstOf(
    () => judgeVerification(test.result, () => verify(bytesFromHex(test.sig ?? ''))),
    () => {
      if (test !== group.tests[0] || test.result !== 'valid' || group.privateKey === undefined) return undefined;
      const sign = (): Uint8Array => operation(engine.create(), 'sm2Sign')(privateKey, message, options);
      return judgeVerification('valid', () => verify(sign()));
    },
    () => {
      if (test.result !== 'valid' || test.k === undefined || !engine.takesRandomBytes) return undefined;
      const { randomBytes } = knownRandom(bytesFromHex(test.k), engine.randomBytes);
      const sign = operation(engine.create(randomBytes), 'sm2Sign');
      return judge('valid', () => sign(privateKey, message, options), test.sig ?? '');
    },
  );
};

export const judgeSm2Sign: Judge = (engine, group, test) => {
  const privateKey = bytesFromHex(test.privateKey ?? group.privateKey ?? '');
  const sign = operation(engine.create(), 'sm2Sign');
  return judge(test.result, () => sign(privateKey, messageOf(test), optionsOf(group)), test.sig ?? '');
};

function optionsOf({ form, userId, userIdPattern }: VectorGroup): Sm2SignOptions {
  return {
    form: form === 'der' ? 'der' : 'r||s',
    userId: userIdPattern === undefined ? bytesFromUtf8(userId ?? '') : bytesOfPattern(userIdPattern),
  };
}
