import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HufuError } from '../../hufu-error.ts';
import { bytesFromHex } from '../encodings/hex.ts';
import { derBitString, derChildren, derFields, derInteger, derObjectIdentifier, derOutline, readDer } from './der.ts';
import { writeDer } from './write-der.ts';

const der = (hex: string) => readDer(bytesFromHex(hex));

describe('readDer', () => {
  it('reads back what was written, of any length', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 70_000 }), (length) => {
        const content = new Uint8Array(length).fill(7);
        const read = readDer(writeDer(0x04, [content]));
        expect(read.tag).toBe(0x04);
        expect(read.content.length).toBe(length);
      }),
      { numRuns: 50 },
    );
  });

  it.each([
    ['bytes missing', '300502010102'],
    ['bytes left over', '020101ff'],
    ['no length', '30'],
    ['length cut', '3082'],
    ['long length where a short one does', '30810101'],
    ['length with a leading zero', '3082008000'],
    ['indefinite length', '30800201010000'],
    ['tag above 30', '1f0101'],
    ['nothing', ''],
  ])('refuses %s', (_, hex) => {
    expect(() => der(hex)).toThrow(expect.objectContaining({ code: 'key.der' }));
  });

  it('refuses every length that goes beyond the bytes there are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        try {
          const element = readDer(bytes);
          expect(element.bytes.length).toBe(bytes.length);
          derChildren(element);
        } catch (error) {
          expect(error).toBeInstanceOf(HufuError);
        }
      }),
    );
  });
});

describe('fields', () => {
  it('takes them in order and refuses others', () => {
    const fields = derFields(der('3006020101040100'));
    expect(fields.optional(0x30)).toBeUndefined();
    expect(derInteger(fields.next(0x02))).toBe(1n);
    expect(() => fields.next(0x02)).toThrow(expect.objectContaining({ code: 'key.der' }));
    expect(() => fields.end()).toThrow(expect.objectContaining({ code: 'key.der' }));
    fields.next(0x04);
    fields.end();
    expect(() => fields.next(0x04)).toThrow(expect.objectContaining({ code: 'key.der' }));
  });

  it('outlines by tags', () => {
    expect(derOutline(der('3006020101040100'))).toBe('02 04');
  });
});

describe('values', () => {
  it.each([
    ['06082a811ccf5501822d', '1.2.156.10197.1.301'],
    ['06092a864886f70d010701', '1.2.840.113549.1.7.1'],
    ['0603550403', '2.5.4.3'],
    ['06012a', '1.2'],
    ['06032b6570', '1.3.101.112'],
    ['0603883703', '2.999.3'],
  ])('object identifier %s', (hex, dotted) => {
    expect(derObjectIdentifier(der(hex))).toBe(dotted);
  });

  it.each(['0600', '060188', '06022a88', '04012a'])('refuses the object identifier %s', (hex) => {
    expect(() => derObjectIdentifier(der(hex))).toThrow(expect.objectContaining({ code: 'key.der' }));
  });

  it.each([
    ['020100', 0n],
    ['02020080', 128n],
    ['0203010000', 65536n],
  ])('integer %s', (hex, value) => {
    expect(derInteger(der(hex))).toBe(value);
  });

  it.each(['0200', '020180', '0202007f', '040101'])('refuses the integer %s', (hex) => {
    expect(() => derInteger(der(hex))).toThrow(expect.objectContaining({ code: 'key.der' }));
  });

  it('refuses a bit string with unused bits', () => {
    expect(derBitString(der('030200ff'))).toEqual(Uint8Array.of(0xff));
    expect(() => derBitString(der('030201fe'))).toThrow(expect.objectContaining({ code: 'key.der' }));
    expect(() => derBitString(der('0300'))).toThrow(expect.objectContaining({ code: 'key.der' }));
  });
});
