import { expect, it } from 'vitest';
import { codeTableNames } from './names.ts';
import { codeTables, searchEntries } from './tables.ts';

it.each(codeTableNames)('%s finds each of its own codes, each once, with a source', (name) => {
  const { entries, find } = codeTables[name];
  expect(new Set(entries().map(({ code }) => code)).size).toBe(entries().length);
  for (const { code, source } of entries()) {
    expect(find(code)).toBeDefined();
    expect(source).not.toBe('');
  }
  expect(find('no such code')).toBeUndefined();
});

it('has the two additions beside GB/T 2260, marked as what they are', () => {
  const divisions = codeTables.division.entries();
  expect(divisions).toHaveLength(3227);
  expect(divisions.at(-2)).toMatchObject({ code: '100000', mark: 'S', source: 'LD/T 6008 5.3' });
  expect(divisions.at(-1)).toMatchObject({ code: '660000', mark: 'I' });
});

it('is searched by code and by name, codes that begin so first', () => {
  const codes = (typed: string) => searchEntries(codeTables.division, typed).map(({ code }) => code);
  expect(codes('1101')[0]).toBe('110100');
  expect(codes('朝阳')).toContain('110105');
  expect(searchEntries(codeTables.division, '110105')[0]?.title.zh).toBe('北京市朝阳区');
  expect(searchEntries(codeTables.certificateType, 'identity').map(({ code }) => code)).toEqual(['10']);
});
