import { describe, expect, it } from 'vitest';
import { base64FromBytes } from '../crypto/encodings/base64.ts';
import { fileBytes, recogniseFile } from './base64-file.ts';

const bytesOf = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const word = (value: number) => String.fromCharCode(value & 255, value >> 8);

/** A ZIP of empty members, as far as names go: local headers and the directory. */
function zipOf(...names: readonly string[]): string {
  const local = names.map((name) => `PK\x03\x04${'\0'.repeat(22)}${word(name.length)}\0\0${name}`);
  const listed = names.map((name) => `PK\x01\x02${'\0'.repeat(24)}${word(name.length)}${'\0'.repeat(16)}${name}`);
  return `${local.join('')}${'\x07'.repeat(9000)}${listed.join('')}PK\x05\x06${'\0'.repeat(18)}`;
}

const typeOf = (bytes: string) =>
  recogniseFile(base64FromBytes(bytesOf(bytes.padEnd(300, '\x05'))), { shortestUnknown: 4096 })?.type.name;

describe('a file in Base64', () => {
  it.each([
    ['PDF', '%PDF-1.4'],
    ['PNG', '\x89PNG\r\n\x1a\n'],
    ['JPEG', '\xff\xd8\xff\xe1'],
    ['GIF', 'GIF89a'],
    ['WEBP', 'RIFF\x10\0\0\0WEBPVP8 '],
    ['BMP', 'BM\x46\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0'],
    ['TIFF', 'II*\0'],
    ['TIFF', 'MM\0*'],
    ['GZIP', '\x1f\x8b\x08'],
    ['ZIP', zipOf('OFD.xml.txt', 'Doc_0/OFD.xml', 'word/document.xml')],
    ['OFD', zipOf('OFD.xml', 'Doc_0/Document.xml')],
    ['OFD', zipOf('Doc_0/Document.xml', 'OFD.xml')],
    [undefined, 'BM but only two letters'],
    [undefined, 'text'],
  ])('is %s by its first bytes', (name, bytes) => {
    expect(typeOf(bytes)).toBe(name);
  });

  it('gives its bytes back', () => {
    const bytes = bytesOf(zipOf('a').padEnd(10_001, '\x01'));
    const found = recogniseFile(base64FromBytes(bytes), { shortestUnknown: 4096 });
    expect(found?.size).toBe(bytes.length);
    expect(found && fileBytes(found)).toEqual(bytes);
  });

  it.each([
    ['cut off', base64FromBytes(bytesOf('%PDF-1.4')).slice(0, -3)],
    ['padded in the middle', 'JVBERi0=JVBERi0='],
    ['of two alphabets', 'JVBERi0+_w=='],
    ['text', 'JVBERi0 xLjQ='],
    ['nothing', ''],
  ])('is none when it is %s', (_, raw) => {
    expect(recogniseFile(raw, { shortestUnknown: 1 })).toBeUndefined();
  });
});
