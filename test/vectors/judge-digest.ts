import { textToBytes } from '../../shared/crypto/encodings/charset.ts';
import { bytesFromHex } from '../../shared/crypto/encodings/hex.ts';
import { firstOf, judge, operation } from './judgement.ts';
import { messageOf, type Judge } from './vector-file.ts';

export const judgeDigest: Judge = (engine, _group, test) =>
  judge(test.result, () => operation(engine.create(), 'sm3')(messageOf(test)), test.digest ?? '');

export const judgeTextDigest: Judge = (engine, _group, test) => {
  const encoded = (): Uint8Array => textToBytes(test.text ?? '', test.charset ?? 'UTF-8');
  return firstOf(
    () => judge(test.result, encoded, test.msg ?? ''),
    () => judge(test.result, () => operation(engine.create(), 'sm3')(encoded()), test.digest ?? ''),
  );
};

/** An invalid tag must not be what comes out; there is nothing to refuse. */
export const judgeMac: Judge = (engine, _group, test) => {
  const { key = '', keyText, text, tag = '', result } = test;
  const message = messageOf(test);
  return firstOf(
    () => (keyText === undefined ? undefined : judge('valid', () => textToBytes(keyText, 'UTF-8'), key)),
    () => (text === undefined ? undefined : judge('valid', () => textToBytes(text, 'UTF-8'), test.msg ?? '')),
    () => {
      const why = judge('valid', () => operation(engine.create(), 'hmacSm3')(bytesFromHex(key), message), tag);
      if (result === 'valid') return why;
      return why === 'another output' ? undefined : (why ?? 'gave the tag that is wrong');
    },
  );
};
