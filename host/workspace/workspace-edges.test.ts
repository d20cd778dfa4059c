import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createEnvironmentFiles } from '../environments/environment-files.ts';
import { callSchema, type Call } from '../../shared/model/call.ts';
import { type Disk, systemDisk } from '../store/disk.ts';
import { createEmptyWorkspace, openWorkspaceStore, type WorkspaceStoreOptions } from './open-workspace-store.ts';
import type { WorkspaceStore } from './workspace-service.ts';

/** What people, other programs and limits of the system do to a workspace. */
const call: Call = callSchema.parse({
  platform: 'ldt6008',
  interface: 'cardStatus',
  environment: 'simulator',
  header: {},
  extraHeader: [],
  body: '{}',
  conventions: {},
  url: '',
});

let base: string;
let folder: string;
let store: WorkspaceStore;

const open = (options: Pick<WorkspaceStoreOptions, 'disk' | 'watch' | 'lock'> = {}) =>
  openWorkspaceStore({ folder, trash: join(base, 'trash'), ...options });

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'hufu-edges-'));
  folder = join(base, 'workspace');
  createEmptyWorkspace(folder, { title: '测试' });
  store = open();
});

afterEach(() => rmSync(base, { recursive: true, force: true, maxRetries: 5 }));

const placeOf = (path: string): string => join(folder, 'collections', path);
const create = (title: string) => store.createRequest({ folder: '', title, note: '', call });
const refusal = (code: string): unknown => expect.objectContaining({ code });

function write(path: string, text: string): void {
  mkdirSync(join(placeOf(path), '..'), { recursive: true });
  writeFileSync(placeOf(path), text);
}

function refusing(part: string): Disk {
  const check = (path: string) => {
    if (path.includes(part)) throw Object.assign(new Error('EACCES: not permitted'), { code: 'EACCES' });
  };
  return {
    ...systemDisk,
    status: (path) => (check(path), systemDisk.status(path)),
    remove: (path) => (check(path), systemDisk.remove(path)),
  };
}

describe('names', () => {
  it.each(['😀', '𠮷', '国'])('that are long are cut to what file systems take: %s', (character) => {
    const { id } = create(character.repeat(150));
    expect(store.describeRequest({ id, title: `新${character.repeat(150)}` }).title.zh).toHaveLength(
      1 + 150 * character.length,
    );
    const { path } = store.createFolder({ parent: '', title: character.repeat(150) });
    expect(store.folder(path)?.title.zh).toBe(character.repeat(150));
  });

  it('stay when the title stays, also beside one of the same title, and both languages with it', () => {
    create('a');
    const second = create('a');
    expect(store.describeRequest({ id: second.id, title: 'a', note: 'n' })).toMatchObject({ path: 'a-2.yaml' });
    write('file.yaml', 'format: 1\nid: two\ntitle: { zh: 甲, en: A }\nnote: { zh: 注, en: Note }\nplatform: p\n');
    expect(store.describeRequest({ id: 'two', title: 'A', note: '注' })).toMatchObject({
      path: 'file.yaml',
      title: { zh: '甲', en: 'A' },
      note: { zh: '注', en: 'Note' },
    });
    store.createFolder({ parent: '', title: 'f' });
    const { path } = store.createFolder({ parent: '', title: 'f' });
    expect(store.describeFolder({ path, title: 'f', note: 'x' })).toEqual({ path: 'f-2' });
  });

  it('change in case alone, and no request takes the name of the folder’s own file in any case', () => {
    const { id } = create('abc');
    expect(store.describeRequest({ id, title: 'ABC' }).path).toBe('ABC.yaml');
    const { path } = store.createFolder({ parent: '', title: 'def' });
    expect(store.describeFolder({ path, title: 'DEF' })).toEqual({ path: 'DEF' });
    expect(create('Folder').path).toBe('Folder-2.yaml');
  });

  it('that cannot be used change nothing', () => {
    const { id, path } = create('一');
    const before = readFileSync(placeOf(path), 'utf8');
    expect(() => store.describeRequest({ id, title: '///' })).toThrow(refusal('workspace.name'));
    expect(readFileSync(placeOf(path), 'utf8')).toBe(before);
  });

  it('of folders may end as the files that are being written do', () => {
    const { path } = store.createFolder({ parent: '', title: 'cache.tmp' });
    expect(store.folder(path)?.title.zh).toBe('cache.tmp');
  });
});

describe('limits', () => {
  it('what could not be read again is not written', () => {
    const { id, digest } = create('一');
    const large = { ...call, body: 'x'.repeat(32 * 1024 * 1024) };
    expect(() => store.saveRequest({ id, call: large })).toThrow(refusal('workspace.tooLarge'));
    expect(store.request(id).digest).toBe(digest);
    const { path } = store.createFolder({ parent: '', title: 'f' });
    const variables = { a: 'x'.repeat(300_000) };
    expect(() => store.describeFolder({ path, variables })).toThrow(refusal('workspace.tooLarge'));
    expect(store.read().problems).toEqual([]);
    const environments = createEnvironmentFiles({ folder: join(folder, 'environments'), reserved: () => [] });
    const environment = { id: '', platform: 'p', title: 'e', url: 'https://a.example', values: {}, conventions: {} };
    expect(() => environments.save({ ...environment, variables, transport: {}, keepsBodies: true })).toThrow(
      refusal('workspace.tooLarge'),
    );
    expect(environments.list()).toEqual({ environments: [], problems: [] });
  });

  it('no folder is made or moved where it would not be seen', () => {
    let path = '';
    for (let depth = 1; depth <= 24; depth += 1) path = store.createFolder({ parent: path, title: `f${depth}` }).path;
    expect(() => store.createFolder({ parent: path, title: 'x' })).toThrow(refusal('folder.tooDeep'));
    store.createFolder({ parent: '', title: 'a' });
    store.createFolder({ parent: 'a', title: 'b' });
    const almost = path.slice(0, path.lastIndexOf('/'));
    expect(() => store.moveFolder({ path: 'a', folder: almost })).toThrow(refusal('folder.tooDeep'));
    expect(store.moveFolder({ path: 'a/b', folder: almost })).toEqual({ path: `${almost}/b` });
    expect(store.folder(`${almost}/b`)).toBeDefined();
  });
});

describe('what others do', () => {
  it('a file in the place of another is not written over before the watch tells', async () => {
    const watched = open({ watch: true });
    try {
      const [a, b] = ['a', 'b'].map((title) =>
        watched.createRequest({ folder: '', title, note: '', call: { ...call, body: title } }),
      );
      for (const [from, to] of ['a.yaml t', 'b.yaml a.yaml', 't b.yaml'].map((pair) => pair.split(' ')))
        systemDisk.rename(placeOf(from ?? ''), placeOf(to ?? ''));
      watched.saveRequest({ id: a?.id ?? '', call: { ...call, body: 'new' } });
      expect(watched.request(b?.id ?? '').call.body).toBe('b');
      expect(watched.request(a?.id ?? '')).toMatchObject({ path: 'b.yaml', call: { body: 'new' } });
    } finally {
      await watched.close();
    }
  });

  it('an id that is another file’s place hides nothing', () => {
    write('a.yaml', 'format: 1\nid: path:b.yaml\nplatform: a\n');
    write('b.yaml', 'format: 1\nplatform: b\n');
    expect(store.request('path:a.yaml').platform).toBe('a');
    expect(store.request('path:b.yaml').platform).toBe('b');
  });

  it('a request does not move into a folder whose own file cannot be read', () => {
    const { id } = create('a');
    write('f/folder.yaml', 'format: 1\nvariables: [1]\n');
    expect(() => store.moveRequest({ id, folder: 'f' })).toThrow(refusal('request.broken'));
    expect(store.request(id).path).toBe('a.yaml');
  });

  it('a copy stands behind its original, or by its name where the original is in no order', () => {
    for (const title of ['a', 'b', 'c']) create(title);
    writeFileSync(join(folder, 'hufu.yaml'), 'format: 1\norder: [c.yaml]\n');
    const ids = new Map(
      store
        .read()
        .root.children.flatMap((child) =>
          child.type === 'request' ? [[child.request.title.zh, child.request.id]] : [],
        ),
    );
    for (const title of ['b', 'c']) store.duplicateRequest(ids.get(title) ?? '');
    const titles = store.read().root.children.map((child) => child.type === 'request' && child.request.title.zh);
    expect(titles.slice(0, 3)).toEqual(['c', 'c 副本', 'a']);
    expect(titles).toHaveLength(5);
  });

  it('what a dead process left is removed, what is being written and what is not ours stays', () => {
    const old = new Date(Date.now() - 2 * 60 * 60 * 1000);
    for (const name of ['old.yaml.0123456789ab.tmp', 'mine.tmp', 'young.yaml.0123456789ab.tmp']) write(name, 'x');
    for (const name of ['old.yaml.0123456789ab.tmp', 'mine.tmp']) utimesSync(placeOf(name), old, old);
    open();
    expect(readdirSync(placeOf('')).toSorted()).toEqual(['mine.tmp', 'young.yaml.0123456789ab.tmp']);
  });

  it('files that the system does not show are told of, and the rest works', () => {
    const { id } = create('healthy');
    write('closed/folder.yaml', 'format: 1\n');
    write('closed/r.yaml', 'format: 1\nplatform: p\n');
    writeFileSync(
      join(folder, 'environments/closed.yaml'),
      'format: 1\nplatform: p\ntitle: t\nurl: http://a.example\n',
    );
    const disk = refusing('closed');
    const closed = open({ disk });
    expect(closed.request(id).title.zh).toBe('healthy');
    expect(closed.read().problems).toMatchObject([{ code: 'request.broken' }]);
    expect(closed.read().root.children).toMatchObject([
      { type: 'folder', folder: { children: [{ type: 'broken', file: { path: 'closed/r.yaml' } }] } },
      { type: 'request' },
    ]);
    const environments = createEnvironmentFiles({ folder: join(folder, 'environments'), reserved: () => [], disk });
    expect(environments.list()).toMatchObject({ environments: [], problems: [{ code: 'environment.unreadable' }] });
    expect(() => environments.remove('closed')).toThrow(refusal('store.readOnly'));
    expect(existsSync(join(folder, 'environments/closed.yaml'))).toBe(true);
  });
});

it('comments and members that are not known stay with what changes', () => {
  const lines = [
    'format: 1',
    'id: abc',
    'title: t',
    'platform: p',
    'url: http://a # why',
    'header:',
    '  # before',
    '  a: b # end',
    'extraHeader:',
    '  # one',
    '  - name: x',
    "    value: '1' # first",
    '    secret: true',
    '  # two',
    '  - name: two',
    '    value: null',
    'body: x # body',
    '',
  ];
  write('c.yaml', lines.join('\n'));
  const extraHeader = [
    { name: 'x', value: '2' },
    { name: 'two', value: null },
    { name: 'three', value: null },
  ];
  const changed = { ...store.request('abc').call, url: 'http://b', header: { a: 'c' }, extraHeader, body: 'z' };
  expect(store.saveRequest({ id: 'abc', call: changed }).call).toEqual(changed);
  expect(store.request('abc').call).toEqual(changed);
  expect(readFileSync(placeOf('c.yaml'), 'utf8')).toBe(
    lines
      .join('\n')
      .replace('http://a', 'http://b')
      .replace('a: b #', 'a: c #')
      .replace("'1'", "'2'")
      .replace('body: x #', '  - name: three\n    value: null\nbody: z #'),
  );
});

it('any call can take the place of any other in its file, line by line', () => {
  const text = fc.constantFrom('', 'a', 'b: c', '0012', ' x', 'one\ntwo\n', '# x', 'null', '\r\n');
  const texts = fc.dictionary(fc.constantFrom('a', 'b', '名', 'null', 'constructor'), text, { noNullPrototype: true });
  const extraHeader = fc.array(fc.record({ name: text, value: fc.option(text) }), { maxLength: 4 });
  const calls = fc
    .record({ header: texts, conventions: texts, extraHeader, body: text, url: text })
    .map((change): Call => ({ ...call, ...change }));
  const { id } = create('x');
  fc.assert(
    fc.property(calls, (next) => {
      store.saveRequest({ id, call: next });
      expect(store.request(id).call).toEqual(next);
    }),
    { numRuns: 150 },
  );
});

describe('two programs on one workspace', () => {
  it('everything is changed under the lock, and one at a time', () => {
    let inside = false;
    const guarded: Disk = {
      ...systemDisk,
      open: (path, flags, mode) => {
        if (flags === 'wx') expect(inside).toBe(true);
        return systemDisk.open(path, flags, mode);
      },
      rename: (from, to) => {
        expect(inside).toBe(true);
        systemDisk.rename(from, to);
      },
      makeFolder: (path) => {
        expect(inside).toBe(true);
        systemDisk.makeFolder(path);
      },
    };
    const lock = <Result>(work: () => Result): Result => {
      expect(inside).toBe(false);
      inside = true;
      try {
        return work();
      } finally {
        inside = false;
      }
    };
    const own = open({ disk: guarded, lock });
    own.describeWorkspace({ title: 'x' });
    const { path: parent } = own.createFolder({ parent: '', title: 'f' });
    const { id } = own.createRequest({ folder: parent, title: 'r', note: '', call });
    own.saveRequest({ id, call: { ...call, body: 'new' } });
    own.describeRequest({ id, title: 'renamed' });
    own.moveRequest({ id, folder: '' });
    own.duplicateRequest(id);
    const removals = [own.removeRequest(id), own.removeFolder(own.describeFolder({ path: parent, title: 'g' }).path)];
    for (const { removal } of removals) own.restore(removal);
    own.moveFolder({ path: 'g', folder: '', before: id });
    expect(own.request(id).call.body).toBe('new');
  });

  it('keeps what the other one wrote into the folder’s file since the last look', async () => {
    const [one, other] = [open({ watch: true }), open()];
    const { path } = one.createFolder({ parent: '', title: 'f' });
    other.describeFolder({ path, note: 'theirs', variables: { a: '1' } });
    other.describeWorkspace({ variables: { w: '1' } });
    one.describeWorkspace({ title: 'mine' });
    one.describeFolder({ path, title: 'g' });
    const found = open().read();
    expect(found).toMatchObject({ title: { zh: 'mine' }, variables: { w: '1' } });
    expect(found.root.children).toMatchObject([
      { folder: { path: 'g', note: { zh: 'theirs' }, variables: { a: '1' } } },
    ]);
    await one.close();
  });

  it('does not write over variables that others changed since they were seen', () => {
    const { path } = store.createFolder({ parent: '', title: 'f' });
    store.describeFolder({ path, variables: { a: '1' }, seen: {} });
    expect(() => store.describeFolder({ path, variables: { a: '3' }, seen: { a: '2' } })).toThrow(
      refusal('folder.changedOnDisk'),
    );
    expect(() => store.describeWorkspace({ variables: {}, seen: { a: '2' } })).toThrow(refusal('folder.changedOnDisk'));
    expect(store.folder(path)?.variables).toEqual({ a: '1' });
    store.describeFolder({ path, variables: { a: '2' }, seen: { a: '1' } });
    expect(store.folder(path)?.variables).toEqual({ a: '2' });
  });
});

describe('a link that took the place of a folder', () => {
  it.each(['collections', 'collections/f'])('%s: nothing is written through it', async (place) => {
    const watched = open({ watch: true });
    const { path } = watched.createFolder({ parent: '', title: 'f' });
    const { id } = watched.createRequest({ folder: path, title: 'r', note: '', call });
    const elsewhere = join(base, 'elsewhere');
    renameSync(join(folder, place), elsewhere);
    symlinkSync(elsewhere, join(folder, place));
    const before = readdirSync(elsewhere, { recursive: true });
    const attempts = [
      () => watched.saveRequest({ id, call: { ...call, body: 'new' } }),
      () => watched.describeRequest({ id, title: 'x' }),
      () => watched.describeFolder({ path, note: 'x' }),
      () => watched.createRequest({ folder: path, title: 'x', note: '', call }),
      () => watched.removeRequest(id),
    ];
    for (const attempt of attempts) expect(attempt).toThrow(refusal('workspace.link'));
    expect(readdirSync(elsewhere, { recursive: true })).toEqual(before);
    await watched.close();
  });
});
