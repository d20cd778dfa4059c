import { describe, expect, it } from 'vitest';
import { base64FromBytes } from '../crypto/encodings/base64.ts';
import { bytesFromUtf8 } from '../crypto/encodings/utf8.ts';
import { createFileFolds } from './file-folds.ts';
import { fileMembers } from './file-members.ts';
import { listFiles } from './list-files.ts';

const file = (beginning: string) =>
  base64FromBytes(Uint8Array.from(beginning.padEnd(300, ' '), (character) => character.charCodeAt(0)));
const pdf = file('%PDF-1.7\n');
const jpeg = file('\xff\xd8\xff\xe0');

function list(text: string, schema?: unknown) {
  const folds = createFileFolds();
  const folded = folds.fold(text);
  const options = schema === undefined ? { folds } : { folds, namesFile: fileMembers(schema) };
  return listFiles(folded, options).map(({ start, end, file: { type, size }, ...rest }) => {
    return { ...rest, type: type.name, size, shown: folded.slice(start, end) };
  });
}

describe('the files of a body', () => {
  it('are told with their place, their type and a name', () => {
    const found = list(
      JSON.stringify({ data: { 'a/b': pdf, list: [{ photo: `data:image/jpeg;base64,${jpeg}` }, jpeg] } }),
    );
    expect(found.map(({ pointer, name, type, size }) => [pointer, name, type, size])).toEqual([
      ['/data/a~1b', 'a_b.pdf', 'PDF', 300],
      ['/data/list/0/photo', 'photo-1.jpg', 'JPEG', 300],
      ['/data/list/1', 'list-2.jpg', 'JPEG', 300],
    ]);
    expect(found[1]).toMatchObject({ hasDataPrefix: true, shown: 'data:image/jpeg;base64,‹file:2 JPEG 300 B›' });
  });

  it('count however short where the schema names them, and only there', () => {
    const item = { type: 'object', properties: { file_data: { type: 'string', contentEncoding: 'base64' } } };
    const schema = {
      properties: { data: { allOf: [{ properties: { attachments: { type: 'array', items: item } } }] } },
    };
    const short = base64FromBytes(bytesFromUtf8('%PDF-'));
    const text = JSON.stringify({
      data: {
        attachments: [
          { file_data: short, name: short },
          { file_data: '' },
          { file_data: '不是' },
          { file_data: 'SGk=' },
        ],
      },
    });
    expect(list(text, schema).map(({ pointer, type, shown }) => [pointer, type, shown])).toEqual([
      ['/data/attachments/0/file_data', 'PDF', short],
      ['/data/attachments/3/file_data', 'BIN', 'SGk='],
    ]);
    expect(list(text)).toEqual([]);
  });

  it('are found in a text that breaks off', () => {
    expect(list(`{"data":{"file":"${pdf}`)).toMatchObject([{ pointer: '/data/file', name: 'file.pdf' }]);
    expect(list(`{"data":{"file":${pdf}`)).toMatchObject([{ pointer: '', name: 'file.pdf' }]);
  });
});
