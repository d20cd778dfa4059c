import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressText, formText } from '../http/form.ts';
import { parseJson } from '../json/json-text.ts';
import { writeJson } from '../json/write-json.ts';
import { changeValue, hideBytes, textHider } from './hide-secrets.ts';

const hiderOfOne = (text: string) => textHider([{ name: 'token', text }]);
const inJson = (text: string) => JSON.stringify(text).slice(1, -1);
const byNumbers = (text: string) =>
  Array.from({ length: text.length }, (_, index) => `\\u${text.charCodeAt(index).toString(16).padStart(4, '0')}`).join(
    '',
  );

/** How other programs write it. */
const writers: Readonly<Record<string, (text: string) => string>> = {
  plain: (text) => text,
  JSON: inJson,
  'JSON in JSON': (text) => inJson(inJson(text)),
  PHP: (text) => inJson(text).replaceAll('/', String.raw`\/`),
  Gson: (text) =>
    inJson(text)
      .replaceAll('=', String.raw`\u003d`)
      .replaceAll('&', String.raw`\u0026`),
  'by numbers': byNumbers,
  'by numbers in JSON': (text) =>
    inJson(
      byNumbers(text)
        .toUpperCase()
        .replaceAll(String.raw`\U`, String.raw`\u`),
    ),
  address: addressText,
  form: formText,
  'address in small letters': (text) => addressText(text).replace(/%[\dA-F]{2}/g, (byte) => byte.toLowerCase()),
};

const secrets = fc.string({ minLength: 6, unit: 'grapheme' }).filter((text) => text.isWellFormed());

describe.each(Object.entries(writers))('a secret as %s', (_name, write) => {
  it('has its name in its place', () => {
    fc.assert(
      fc.property(secrets, (secret) => {
        expect(hiderOfOne(secret)(`{"a":"${write(secret)}","b":1}`)).toBe('{"a":"‹token›","b":1}');
      }),
    );
  });
});

it('is hidden in bytes of any encoding, and every other byte stays', () => {
  const hide = hiderOfOne('SECRET-TOKEN');
  const gbk = Uint8Array.from([0xc4, 0xe3, ...Buffer.from('"SECRET-TOKEN"'), 0xba, 0xc3]);
  expect(Buffer.from(hideBytes(gbk, hide))).toEqual(
    Buffer.concat([Buffer.from([0xc4, 0xe3]), Buffer.from('"‹token›"'), Buffer.from([0xba, 0xc3])]),
  );
  const none = Uint8Array.from([0xff, 0x00, 0x80]);
  expect(hideBytes(none, hide)).toBe(none);
});

it.each([
  ['12345678', '{"t":12345678,"u":"12345678","n":123456789}', '{"t":"‹token›","u":"‹token›","n":123456789}'],
  ['true', '{"t":true,"list":[true]}', '{"t":"‹token›","list":[true]}'],
  ['1', '{"t":"1","page":"21","text":"a 1 b"}', '{"t":"‹token›","page":"21","text":"a 1 b"}'],
  ['test', '?token=test&x=testing', '?token=‹token›&x=testing'],
  ['test', 'test', '‹token›'],
])('of few letters or digits, %s, is hidden where it is a whole value: %s', (secret, text, hidden) => {
  expect(hiderOfOne(secret)(text)).toBe(hidden);
});

it('leaves values that can be read, whatever the secret is', () => {
  fc.assert(
    fc.property(
      fc.jsonValue(),
      fc.oneof(fc.nat().map(String), fc.constantFrom('true', '"', 'a', '{"')),
      (data, secret) => {
        const text = JSON.stringify(data);
        const changed = changeValue({ type: 'json', text, root: () => parseJson(text).root }, hiderOfOne(secret));
        if (changed.type !== 'json') throw new Error(changed.type);
        expect(writeJson(changed.root(), 'compact')).toBeTypeOf('string');
      },
    ),
  );
});
