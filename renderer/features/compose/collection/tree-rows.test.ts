import { describe, expect, it } from 'vitest';
import type { FolderChild, RequestFolder } from '../../../../shared/model/workspace.ts';
import { ldt6008 } from '../../../../shared/providers/ldt6008/profile.ts';
import { treeRows, unsavedRows, wordsOf } from './tree-rows.ts';

const request = (id: string, title: string): FolderChild => ({
  type: 'request',
  request: {
    id,
    path: `${id}.yaml`,
    title: { zh: title, en: title },
    platform: 'ldt6008',
    interface: 'cardStatus',
    digest: id,
  },
});
const folder = (path: string, children: readonly FolderChild[]): RequestFolder => ({
  path,
  title: { zh: path, en: path },
  variables: {},
  children,
});
const broken: FolderChild = {
  type: 'broken',
  file: { path: 'x/bad.yaml', problem: { code: 'c', text: { zh: '坏', en: 'bad' } } },
};
const root = folder('', [
  {
    type: 'folder',
    folder: folder('外', [{ type: 'folder', folder: folder('外/内', [request('a', '社保卡')]) }, request('b', '简历')]),
  },
  broken,
  request('c', '档案'),
]);
const rows = (text: string, folded: readonly string[] = []) =>
  treeRows(root, {
    words: wordsOf(text),
    folded: Object.fromEntries(folded.map((path) => [path, true])),
    platforms: [ldt6008],
  }).map(({ key, level }) => `${level} ${key}`);

describe('the rows of the tree', () => {
  it('stand in the order of the workspace, each under its folder', () => {
    expect(rows('')).toEqual(['1 folder:外', '2 folder:外/内', '3 a', '2 b', '1 x/bad.yaml', '1 c']);
  });

  it('leave out what is folded, unless a filter finds something in it', () => {
    expect(rows('', ['外'])).toEqual(['1 folder:外', '1 x/bad.yaml', '1 c']);
    expect(rows('简历', ['外'])).toEqual(['1 folder:外', '2 b']);
  });

  it('are found by folder, file, and the interface’s codes, by all words', () => {
    expect(rows('内 社保卡')).toEqual(['1 folder:外', '2 folder:外/内', '3 a']);
    expect(rows('BAD.yaml')).toEqual(['1 x/bad.yaml']);
    const code = Object.values(ldt6008.interfaces.find(({ id }) => id === 'cardStatus')?.header ?? {})[0] ?? '';
    expect(rows(code.toLowerCase())).toHaveLength(5);
    expect(rows('内 简历')).toEqual([]);
  });
});

describe('the rows of requests in no file', () => {
  it('leave out what stands in its folder, and have keys that no request has', () => {
    const title = { zh: '新的', en: 'new' };
    const origins = { 'new/1': { title, folder: '', file: undefined, base: undefined } };
    const found = unsavedRows(root, { unsaved: ['new/1', 'a', 'gone'], origins });
    expect(found.map(({ key }) => key)).toEqual(['unsaved:new/1', 'unsaved:gone']);
    expect(found[0]).toMatchObject({ id: 'new/1', title });
    expect(found[1]).toMatchObject({ title: { zh: 'gone', en: 'gone' } });
  });
});
