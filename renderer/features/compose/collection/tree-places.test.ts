import { describe, expect, it } from 'vitest';
import type { FolderChild, RequestFolder } from '../../../../shared/model/workspace.ts';
import { dropPlace, outermost, placeOf } from './tree-places.ts';

const title = { zh: 'x', en: 'x' };
const request = (id: string): FolderChild => ({
  type: 'request',
  request: { id, path: id, title, platform: 'p', interface: 'i', digest: '' },
});
const folder = (path: string, ...children: readonly FolderChild[]): RequestFolder => ({
  path,
  title,
  children,
  variables: {},
});
const child = (one: RequestFolder): FolderChild => ({ type: 'folder', folder: one });

const tree = {
  root: folder('', child(folder('f', request('a'), request('b'), child(folder('f/g', request('c'))))), request('d')),
};

describe('places in the tree', () => {
  it('are in front of a child, behind it, or in a folder', () => {
    expect(dropPlace(tree, { over: 'b', part: 'before', moving: ['d'] })).toEqual({ folder: 'f', before: 'b' });
    expect(dropPlace(tree, { over: 'b', part: 'after', moving: ['d'] })).toEqual({ folder: 'f', before: 'f/g' });
    expect(dropPlace(tree, { over: 'f/g', part: 'into', moving: ['d'] })).toEqual({ folder: 'f/g' });
    expect(dropPlace(tree, { over: 'd', part: 'after', moving: ['a'] })).toEqual({ folder: '' });
  });

  it('are never in what moves, nor in front of it', () => {
    expect(dropPlace(tree, { over: 'c', part: 'before', moving: ['f'] })).toBeUndefined();
    expect(dropPlace(tree, { over: 'f', part: 'into', moving: ['f'] })).toBeUndefined();
    expect(dropPlace(tree, { over: 'a', part: 'after', moving: ['b', 'd'] })).toEqual({ folder: 'f', before: 'f/g' });
  });

  it('tell where something stood', () => {
    expect(placeOf(tree, 'a')).toEqual({ folder: 'f', before: 'b' });
    expect(placeOf(tree, 'd')).toEqual({ folder: '' });
  });

  it('take what lies in a moved folder along with it', () => {
    expect(outermost(tree, new Set(['d', 'c', 'f/g', 'a']))).toEqual(['a', 'f/g', 'd']);
  });
});
