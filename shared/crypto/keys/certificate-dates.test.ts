import { describe, expect, it } from 'vitest';
import { bytesFromUtf8 } from '../encodings/utf8.ts';
import { certificateDates } from './certificate-dates.ts';
import { certificateTime } from './certificate-time.ts';
import { readDer } from './der.ts';
import { writeDer } from './write-der.ts';

const time = (tag: number, text: string) => certificateTime(readDer(writeDer(tag, [bytesFromUtf8(text)])));

describe('certificateTime', () => {
  it.each([
    [0x17, '240131235959Z', '2024-01-31T23:59:59Z'],
    [0x17, '491231000000Z', '2049-12-31T00:00:00Z'],
    [0x17, '500101000000Z', '1950-01-01T00:00:00Z'],
    [0x18, '20500101000000Z', '2050-01-01T00:00:00Z'],
    [0x18, '99991231235959Z', '9999-12-31T23:59:59Z'],
  ])('%i %s', (tag, text, expected) => {
    expect(time(tag, text)).toBe(expected);
  });

  it.each([
    [0x17, '2401312359Z'],
    [0x17, '240131235959+0800'],
    [0x17, '20240131235959Z'],
    [0x17, '240230000000Z'],
    [0x17, '241301000000Z'],
    [0x18, '20500101000000.5Z'],
    [0x18, ''],
  ])('refuses %i %s', (tag, text) => {
    expect(() => time(tag, text)).toThrow(expect.objectContaining({ code: 'key.certificateDate' }));
  });
});

describe('certificateDates', () => {
  const certificate = { notBefore: '2024-01-01T00:00:00Z', notAfter: '2025-01-01T00:00:00Z' };
  it.each([
    ['2023-12-31T23:59:59.999Z', 'certificate.notYetValid'],
    ['2024-01-01T00:00:00.000Z', undefined],
    ['2025-01-01T00:00:00.000Z', undefined],
    ['2025-01-01T00:00:00.001Z', 'certificate.expired'],
  ])('%s: %s', (now, code) => {
    expect(certificateDates(certificate, { now: Date.parse(now) })?.code).toBe(code);
  });
});
