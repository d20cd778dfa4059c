import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HufuError } from '../../hufu-error.ts';
import type { KeyAlgorithm } from '../../model/key.ts';
import { base64FromBytes } from '../encodings/base64.ts';
import { bytesFromHex, hexFromBytes } from '../encodings/hex.ts';
import { bytesFromUtf8 } from '../encodings/utf8.ts';
import { createPortableEngine } from '../portable-engine.ts';
import { describeKey } from './describe-key.ts';
import { examineKey } from './examine-key.ts';
import { writeDer } from './write-der.ts';

const engine = createPortableEngine({ randomBytes: (length) => new Uint8Array(length).fill(1) });
const now = Date.parse('2026-01-01T00:00:00Z');
const hex32 = '0123456789abcdeffedcba9876543210';
const hex64 = hexFromBytes(engine.sm3(bytesFromUtf8('key')));
const point = engine.sm2PublicKey(bytesFromHex(hex64));

interface Outcome {
  readonly algorithm?: KeyAlgorithm;
  readonly text?: string;
  readonly reading?: string;
  readonly codes: readonly string[];
}

/** Of the one key that is found; of a refusal its code. */
async function outcome(input: string | Uint8Array, as?: KeyAlgorithm): Promise<Outcome | string> {
  try {
    const [key, ...others] = await examineKey(input, { engine, now, ...(as === undefined ? {} : { as }) });
    expect(others).toEqual([]);
    if (key === undefined) throw new Error('no key and no refusal');
    const { form, index, findings, ...described } = key.found;
    expect(describeKey(key.material, { engine })).toEqual(described);
    expect([index, form.zh === '', form.en === '']).toEqual([0, false, false]);
    const { reading } = described;
    return {
      algorithm: key.material.algorithm,
      ...('text' in key.material ? { text: key.material.text } : {}),
      ...(reading === undefined ? {} : { reading }),
      codes: findings.map(({ code }) => code),
    };
  } catch (error) {
    if (error instanceof HufuError) return error.code;
    throw error;
  }
}

const sm4 = (text: string, reading: string | undefined, codes: readonly string[] = []): Outcome => ({
  algorithm: 'sm4',
  text,
  ...(reading === undefined ? {} : { reading }),
  codes,
});
const kept = (text: string, codes: readonly string[] = []): Outcome => ({ algorithm: 'text', text, codes });
const base64 = base64FromBytes(bytesFromHex(hex32));
const pem = '-----BEGIN PRIVATE KEY-----';

describe('without asking', () => {
  it.each<readonly [string, string | Uint8Array, Outcome | string]>([
    ['32 hex digits', hex32, sm4(hex32, 'hex32')],
    [
      '32 hex digits in capitals with a line end',
      `${hex32.toUpperCase()}\r\n`,
      sm4(hex32.toUpperCase(), 'hex32', ['key.trimmed']),
    ],
    [
      'hex with blanks inside',
      '01234567 89abcdef fedcba98 76543210',
      sm4('01234567 89abcdef fedcba98 76543210', undefined, ['key.symmetricLength']),
    ],
    ['Base64 of 16 bytes', base64, sm4(base64, 'base64')],
    ['16 characters', 'Abcdef-123456_?!', sm4('Abcdef-123456_?!', 'ascii16')],
    ['16 digits', '1234567890123456', sm4('1234567890123456', 'ascii16', ['key.digitsOnly'])],
    [
      '16 digits as told by phone',
      '1234 5678 9012 3456',
      sm4('1234 5678 9012 3456', undefined, ['key.symmetricLength']),
    ],
    [
      '16 full-width digits',
      '１２３４５６７８９０１２３４５６',
      sm4('１２３４５６７８９０１２３４５６', undefined, ['key.nonAscii']),
    ],
    ['16 raw bytes', bytesFromHex(hex32), sm4(hex32, 'hex32')],
    [
      'a file with 16 characters and a BOM',
      bytesFromUtf8('\uFEFFAbcdef-123456_?!\n'),
      sm4('Abcdef-123456_?!', 'ascii16', ['key.trimmed']),
    ],
    ['a private key', hex64, { algorithm: 'sm2Private', codes: [] }],
    ['a private key in Base64', base64FromBytes(bytesFromHex(hex64)), { algorithm: 'sm2Private', codes: [] }],
    ['a public key', hexFromBytes(point), { algorithm: 'sm2Public', codes: [] }],
    ['a public key in Base64, 64 bytes', base64FromBytes(point.subarray(1)), { algorithm: 'sm2Public', codes: [] }],
    [
      '88 characters of Base64 that are no point',
      base64FromBytes(new Uint8Array(64).fill(9)),
      kept(base64FromBytes(new Uint8Array(64).fill(9))),
    ],
    ['128 hex digits that are no point', '09'.repeat(64), 'key.offCurve'],
    ['43 characters of Base64url, as secrets are generated', 'A'.repeat(43), kept('A'.repeat(43))],
    ['a secret', 'correct horse battery staple', kept('correct horse battery staple')],
    ['a secret in Chinese', '天王盖地虎', kept('天王盖地虎')],
    ['a secret with a line end', 'secret\n', kept('secret\n', ['key.whiteSpace'])],
    ['a secret of 40 hex digits', 'ab'.repeat(20), kept('ab'.repeat(20))],
    ['a secret with dashes', 'left-----right', kept('left-----right')],
    [
      'English that begins like DER',
      'MIGRATION of the national platform to the newer interface',
      kept('MIGRATION of the national platform to the newer interface'),
    ],
    ['63 hex digits', hex64.slice(1), kept(hex64.slice(1), ['key.looksDamaged'])],
    [
      '64 hex digits, one mistyped',
      hex64.replace(/[0-9]/, 'O'),
      kept(hex64.replace(/[0-9]/, 'O'), ['key.looksDamaged']),
    ],
    ['PEM cut off', `${pem}\nMIGH`, 'key.pem'],
    ['PEM without its first line', 'MIGH\n-----END PRIVATE KEY-----', 'key.pem'],
    ['Base64 of DER cut off', `MIGHAgEAMBMGByqGSM49AgEGCCqBHM9VAYItBG0wawIBAQQg${'A'.repeat(44)}`, 'key.der'],
    [
      'Base64 of DER with a character mistyped',
      `MIGHAgEAMBMGByqGSM49AgEGCCqBHM9VAYItBG0wawIBAQQg*${'A'.repeat(43)}`,
      'key.characters',
    ],
    ['hex of DER cut off', `30818702${'01'.repeat(70)}`, 'key.der'],
    ['nothing', '', 'key.empty'],
    ['white space', ' \r\n\uFEFF', 'key.empty'],
    ['an empty file', new Uint8Array(0), 'key.empty'],
    ['a picture', bytesFromHex('89504e470d0a1a0a0000000d49484452'.repeat(4)), 'key.offCurve'],
    ['another binary file', bytesFromHex('89504e470d0a1a0a0000000d49484452'.repeat(5)), 'key.length'],
    ['too much', 'A'.repeat(65_537), 'key.tooLarge'],
  ])('%s', async (_, input, expected) => {
    expect(await outcome(input)).toEqual(expected);
  });
});

describe('as what a slot wants', () => {
  it.each<readonly [string, KeyAlgorithm, string | Uint8Array, Outcome | string]>([
    ['a private key for an SM4 key', 'sm4', hex64, sm4(hex64, undefined, ['key.symmetricLength'])],
    ['33 hex digits', 'sm4', `${hex32}0`, sm4(`${hex32}0`, undefined, ['key.symmetricLength'])],
    ['15 characters', 'sm4', '123456789012345', sm4('123456789012345', undefined, ['key.symmetricLength'])],
    [
      '24 characters that are no Base64',
      'sm4',
      'twenty four characters!!',
      sm4('twenty four characters!!', undefined, ['key.symmetricLength']),
    ],
    ['Base64 of 18 bytes', 'sm4', 'A'.repeat(24), sm4('A'.repeat(24), undefined, ['key.symmetricLength'])],
    ['a phrase for md5', 'sm4', '口令', sm4('口令', undefined, ['key.nonAscii'])],
    ['an AES key', 'aes', ` ${hex32}`, { algorithm: 'aes', text: hex32, reading: 'hex32', codes: ['key.trimmed'] }],
    ['PEM', 'sm4', `${pem}\nMIGH`, 'key.notSymmetric'],
    ['PEM', 'aes', 'MIGH\n-----END PRIVATE KEY-----', 'key.notSymmetric'],
    ['32 raw bytes', 'sm4', bytesFromHex(hex64), 'key.notSymmetric'],
    ['DER', 'sm4', writeDer(0x30, [bytesFromHex(hex64)]), 'key.notSymmetric'],
    ['an SM4 key for a private key', 'sm2Private', hex32, 'key.length'],
    ['an SM4 key for a public key', 'sm2Public', hex32, 'key.length'],
    ['a private key for a public key', 'sm2Public', hex64, 'key.privateGivenAsPublic'],
    ['a public key for a private key', 'sm2Private', hexFromBytes(point), 'key.publicGivenAsPrivate'],
    ['digits for a text', 'text', '1234567890123456', kept('1234567890123456')],
    ['a private key for a text', 'text', hex64, kept(hex64)],
    ['white space around a text', 'text', ' secret', kept(' secret', ['key.whiteSpace'])],
    ['a line end in a text', 'text', bytesFromUtf8('first\nsecond'), kept('first\nsecond', ['key.whiteSpace'])],
    ['a binary file for a text', 'text', bytesFromHex(hex64), 'key.notText'],
    ['half a character', 'text', 'a\uD800', 'utf8.loneSurrogate'],
    ['nothing', 'sm4', ' \n', 'key.empty'],
    ['nothing', 'text', '\n', 'key.empty'],
    ['too much', 'text', 'A'.repeat(65_537), 'key.tooLarge'],
  ])('%s as %s', async (_, as, input, expected) => {
    expect(await outcome(input, as)).toEqual(expected);
  });

  it('gives the likely cause of a surprising length', async () => {
    const cause = async (text: string): Promise<string> => {
      const [key] = await examineKey(text, { engine, now, as: 'sm4' });
      return key?.found.findings.find(({ code }) => code === 'key.symmetricLength')?.message.en ?? '';
    };
    expect(await cause(hex64)).toContain('SM2 private key');
    expect(await cause(hexFromBytes(point))).toContain('SM2 public key');
    expect(await cause(hex32.slice(1))).toContain('a digit or two');
    expect(await cause(`0x${hex32}`)).toContain('it is a whole key');
    expect(await cause(base64.slice(0, 22))).toContain('"=="');
    expect(await cause('12345678901234567')).toContain('one lost or added');
    expect(await cause('phrase')).toContain('6 characters');
  });
});

const strictly = fc.constantFrom(undefined, 'sm4', 'aes', 'text', 'sm2Private', 'sm2Public') satisfies fc.Arbitrary<
  KeyAlgorithm | undefined
>;

it('answers every input with keys or a HufuError', async () => {
  const inputs = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 150 }),
    fc.string({ unit: fc.constantFrom(...'0123456789abcdefABCDEF'.split('')), maxLength: 140 }),
    fc.base64String({ maxLength: 140 }),
    fc.uint8Array({ maxLength: 150 }),
  );
  await fc.assert(
    fc.asyncProperty(inputs, strictly, async (input, as) => {
      const found = await outcome(input, as);
      expect(typeof found === 'string' || as === undefined || found.algorithm === as).toBe(true);
    }),
    { numRuns: 600 },
  );
});

it('gets through floods, and repeats nothing of them', async () => {
  const size = 65_536;
  const filled = (part: string): string => part.repeat(Math.floor(size / part.length));
  const begin = '-----BEGIN PRIVATE KEY-----';
  const floods: ReadonlyArray<string | Uint8Array> = [
    ...['a', '0', ' ', '=', '= ', 'aa:', '\\r', '\\r\\n', '-----', 'A\n', '\uD800', '１', '-', '{', 'A='].map(filled),
    ...[`${begin} `, `${begin}A=-----END PRIVATE KEY-----`, `${begin}\nProc-Type: 4,ENCRYPTED\n`].map(filled),
    `-----BEGIN ${'A '.repeat(size / 2 - 10)}-----`.slice(0, size),
    `${begin}${' '.repeat(size - 60)}x-----END PRIVATE KEY-----`,
    `${begin}\nProc-Type: 4,ENCRYPTED\nDEK-Info: ${'A'.repeat(60_000)},${'0'.repeat(99)}\nAAAA\n-----END PRIVATE KEY-----`,
    `M${'A'.repeat(size - 2)}*`,
    `${'a'.repeat(size - 1)}x`,
    `${' '.repeat(size - 1)}x`,
    writeDer(0x30, [Uint8Array.of(2, 1, 1), writeDer(0x04, [new Uint8Array(60_000)])]),
    writeDer(0x30, [writeDer(0x02, [new Uint8Array(60_000).fill(0x7f)]), writeDer(0x04, [new Uint8Array(32)])]),
    writeDer(0x30, [
      writeDer(0x30, [writeDer(0x06, [new Uint8Array(60_000).fill(0x7f)])]),
      writeDer(0x03, [new Uint8Array(66)]),
    ]),
    writeDer(0x30, [
      writeDer(0x30, [writeDer(0x06, [new Uint8Array(60_000).fill(0xff)])]),
      writeDer(0x04, [new Uint8Array(66)]),
    ]),
    new Uint8Array(size).fill(0x30),
    Uint8Array.from({ length: size }, (_, index) => (index % 2 === 0 ? 0x30 : 0x80)),
  ];
  for (const flood of floods) {
    for (const as of [undefined, 'sm4', 'sm2Private', 'sm2Public'] as const) {
      try {
        const [key] = await examineKey(flood, { engine, now, password: '', ...(as === undefined ? {} : { as }) });
        expect(JSON.stringify(key?.found).length).toBeLessThan(3000);
      } catch (error) {
        if (!(error instanceof HufuError)) throw error;
        expect(JSON.stringify(error.detail).length).toBeLessThan(1000);
      }
    }
  }
});
