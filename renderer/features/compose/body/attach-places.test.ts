import { describe, expect, it } from 'vitest';
import { base64FromBytes } from '../../../../shared/crypto/encodings/base64.ts';
import { listFiles } from '../../../../shared/files/list-files.ts';
import { attachEdit, attachPlaces, dropPlace, removeEdit } from './attach-places.ts';
import type { BodyEdit } from './body-edit.ts';
import { bodyFolds } from './body-folds.ts';

const names = (...pointers: readonly string[]) => ({ namesFile: (pointer: string) => pointers.includes(pointer) });
const carriedOut = (text: string, edit: BodyEdit | undefined) =>
  edit && text.slice(0, edit.start) + edit.text + text.slice(edit.end);
const body = '{"a":"","list":[{"file":"x"}],"n":1}';

describe('where a file goes', () => {
  it('begins with the string at the cursor, then what the schema names', () => {
    const at = (offset: number | undefined) => attachPlaces(body, { offset, ...names('/list/0/file') });
    expect(at(6)).toEqual([
      { kind: 'string', pointer: '/a' },
      { kind: 'string', pointer: '/list/0/file' },
    ]);
    expect(at(undefined)[0]).toEqual({ kind: 'string', pointer: '/list/0/file' });
    expect(at(body.indexOf('1'))).toContainEqual({ kind: 'new', offset: body.indexOf('1') });
  });

  it('is a member that the schema knows and the body lacks, with what is missing on the way', () => {
    const paths = [['list', '*', 'file'], ['sign', 'data'], ['a']];
    const places = attachPlaces(body, { offset: undefined, ...names('/list/0/file', '/a'), paths });
    expect(places.map((place) => 'pointer' in place && place.pointer)).toEqual([
      '/a',
      '/list/0/file',
      '/list/1/file',
      '/sign/data',
    ]);
    const edited = places.map((place) =>
      carriedOut(body, attachEdit(body, { place, placeholder: '‹f›', mediaType: 'image/png' })),
    );
    expect(edited.slice(2).map((text) => JSON.parse(text ?? '') as unknown)).toEqual([
      { a: '', list: [{ file: 'x' }, { file: '‹f›' }], n: 1 },
      { a: '', list: [{ file: 'x' }], n: 1, sign: { data: '‹f›' } },
    ]);
  });

  it('is found again after other edits', () => {
    const place = { kind: 'string', pointer: '/list/0/file' } as const;
    const edited = body.replace('""', '"longer"');
    expect(carriedOut(edited, attachEdit(edited, { place, placeholder: '‹f›', mediaType: 'image/png' }))).toBe(
      '{"a":"longer","list":[{"file":"‹f›"}],"n":1}',
    );
    expect(attachEdit('{}', { place, placeholder: '‹f›', mediaType: 'image/png' })).toBeUndefined();
  });
});

describe('where a dropped file goes', () => {
  const lines = '{\n  "a": "x",\n  "list": [{ "b": "y", "c": "z" }],\n  "n": 1\n}';
  const on = (text: string, pointers: readonly string[] = [], folded = lines) =>
    dropPlace(folded, { offset: folded.indexOf(text), ...names(...pointers) });
  const string = (pointer: string) => ({ kind: 'string', pointer });

  it('is the string under the pointer, or the only one of its line', () => {
    expect(on('z')).toEqual(string('/list/0/c'));
    expect(on('"a"')).toEqual(string('/a'));
  });

  it('is the only one that the schema names, and never another that has a text', () => {
    expect(on('1', ['/list/0/b'])).toEqual(string('/list/0/b'));
    expect(on('1', ['/list/0/b', '/a'])).toBeUndefined();
    expect(on('1')).toBeUndefined();
    expect(on('"list"')).toBeUndefined();
    expect(dropPlace(lines, { offset: undefined, ...names() })).toBeUndefined();
  });

  it('is a new string where there is none', () => {
    expect(on('1', [], '{"n":1}')).toEqual({ kind: 'new', offset: 5 });
  });
});

describe('a file in a body', () => {
  const pdf = base64FromBytes(Uint8Array.from('%PDF-1.7'.padEnd(300), (character) => character.charCodeAt(0)));
  const folded = bodyFolds.fold(`{"a":"data:application/pdf;base64,${pdf}","b":"${pdf}"}`);
  const [first, second] = listFiles(folded, { folds: bodyFolds });

  it('is replaced together with the type that a data URI says', () => {
    const edit =
      first &&
      attachEdit(folded, { place: { kind: 'file', listed: first }, placeholder: '‹f›', mediaType: 'image/png' });
    expect(carriedOut(folded, edit)).toBe(folded.replace(/data[^"]*/, 'data:image/png;base64,‹f›'));
  });

  it('is taken out, its member stays', () => {
    expect(second && carriedOut(folded, removeEdit(folded, second))).toMatch(/"b":""\}$/);
  });
});
