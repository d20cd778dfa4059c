import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HufuError } from '../../hufu-error.ts';
import { bytesFromHex, hexFromBytes } from '../encodings/hex.ts';
import { derFromBer } from './der-from-ber.ts';
import { writeDer } from './write-der.ts';

/** The same value twice: as DER, and as BER with lengths and pieces drawn at random. */
interface Written {
  readonly der: Uint8Array;
  readonly ber: Uint8Array;
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

/** `indefinite`, or a length in four bytes where fewer would do. */
function looselyWritten(tag: number, content: Uint8Array, indefinite: boolean): Uint8Array {
  const { length } = content;
  return indefinite
    ? joined(Uint8Array.of(tag, 0x80), content, Uint8Array.of(0, 0))
    : joined(Uint8Array.of(tag, 0x84, 0, length >> 16, (length >> 8) & 0xff, length & 0xff), content);
}

const octets = fc
  .tuple(fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 4 }), fc.boolean())
  .map(([parts, indefinite]): Written => ({
    der: writeDer(0x04, parts),
    ber: looselyWritten(0x24, joined(...parts.map((part) => writeDer(0x04, [part]))), indefinite),
  }));

const integers = fc.uint8Array({ minLength: 1, maxLength: 20 }).map((content): Written => {
  const der = writeDer(0x02, [content]);
  return { der, ber: looselyWritten(0x02, content, false) };
});

const { value } = fc.letrec<{ value: Written }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    octets,
    integers,
    fc
      .tuple(fc.constantFrom(0x30, 0x31, 0xa0), fc.array(tie('value'), { maxLength: 4 }), fc.boolean())
      .map(([tag, parts, indefinite]): Written => ({
        der: writeDer(
          tag,
          parts.map(({ der }) => der),
        ),
        ber: looselyWritten(tag, joined(...parts.map(({ ber }) => ber)), indefinite),
      })),
  ),
}));

describe('derFromBer', () => {
  it('writes any BER as the DER of the same value, and leaves DER as it is', () => {
    fc.assert(
      fc.property(value, ({ der, ber }) => {
        expect(hexFromBytes(derFromBer(ber))).toBe(hexFromBytes(der));
        expect(hexFromBytes(derFromBer(der))).toBe(hexFromBytes(der));
      }),
    );
  });

  it.each([
    ['bytes behind', '0201010000'],
    ['no end of contents', '3080020101'],
    ['half an end of contents', '308002010100'],
    ['primitive with indefinite length', '04800000'],
    ['octet string of something else', '2403020101'],
    ['cut', '30050201'],
    ['length cut', '3084'],
    ['nothing', ''],
    ['nested beyond what any file needs', '3080'.repeat(100) + '0000'.repeat(100)],
  ])('refuses %s', (_, hex) => {
    expect(() => derFromBer(bytesFromHex(hex))).toThrow(expect.objectContaining({ code: 'key.der' }));
  });

  it('answers garbage with a HufuError', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
        try {
          derFromBer(bytes);
        } catch (error) {
          expect(error).toBeInstanceOf(HufuError);
        }
      }),
    );
  });
});
