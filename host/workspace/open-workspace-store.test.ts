import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { callSchema, type Call } from '../../shared/model/call.ts';
import type { RequestFolder } from '../../shared/model/workspace.ts';
import { systemDisk } from '../store/disk.ts';
import { createEmptyWorkspace, openWorkspaceStore } from './open-workspace-store.ts';
import type { WorkspaceStore } from './workspace-service.ts';

const call: Call = callSchema.parse({
  platform: 'ldt6008',
  interface: 'cardStatus',
  environment: 'simulator',
  header: {},
  extraHeader: [],
  body: '{\n  "aac003": "张三"\n}',
  conventions: {},
  url: '',
});

let base: string;
let folder: string;
let store: WorkspaceStore;

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'hufu-workspace-'));
  folder = join(base, 'workspace');
  createEmptyWorkspace(folder, { title: '测试' });
  store = openWorkspaceStore({ folder, trash: join(base, 'trash') });
});

afterEach(async () => {
  await store.close();
  rmSync(base, { recursive: true, force: true, maxRetries: 5 });
});

const fileAt = (path: string): string => readFileSync(join(folder, 'collections', path), 'utf8');
const writeAt = (path: string, text: string): void => {
  const place = join(folder, 'collections', path);
  mkdirSync(join(place, '..'), { recursive: true });
  writeFileSync(place, text);
};
const create = (title: string, parent = '') => store.createRequest({ folder: parent, title, note: '', call });

/** Titles in order, folders with what is in them. */
function outline(at: RequestFolder = store.read().root): readonly unknown[] {
  return at.children.map((child) => {
    if (child.type === 'folder') return [child.folder.title.zh, ...outline(child.folder)];
    return child.type === 'request' ? child.request.title.zh : { broken: child.file.path };
  });
}

describe('a request', () => {
  it('is one readable file, its body a literal block', () => {
    create('查询 状态');
    expect(fileAt('查询-状态.yaml').replace(/id: .*/, 'id: …')).toBe(
      [
        'format: 1',
        'id: …',
        'title: 查询 状态',
        'platform: ldt6008',
        'interface: cardStatus',
        'environment: simulator',
        'body: |-',
        '  {',
        '    "aac003": "张三"',
        '  }',
        '',
      ].join('\n'),
    );
  });

  it('comes back to the byte whatever is in it', () => {
    const text = fc.string({ unit: 'binary', maxLength: 60 }).filter((one) => one.isWellFormed());
    const lines = fc.array(fc.constantFrom('a', '', ' ', '\t', '#', '- x', '{{v}}', 'key: value', '\r', '---', '...'), {
      maxLength: 8,
    });
    const body = fc.oneof(
      text,
      lines.map((parts) => parts.join('\n')),
    );
    // No field and no convention may have this name (`unusableNames`), and zod leaves it out of records.
    const name = text.filter((one) => one !== '__proto__');
    const names = fc.dictionary(fc.oneof(fc.constantFrom('constructor', 'true', '12', 'null', '~'), name), text, {
      maxKeys: 3,
      noNullPrototype: true,
    });
    fc.assert(
      fc.property(body, names, names, (content, header, conventions) => {
        const wanted = { ...call, body: content, header, conventions, extraHeader: [{ name: content, value: null }] };
        const { id } = store.createRequest({ folder: '', title: 'x', note: content.trim(), call: wanted });
        expect(store.request(id).call).toEqual(wanted);
        const saved = store.saveRequest({ id, call: { ...wanted, header: conventions } });
        expect(store.request(id)).toEqual(saved);
        store.removeRequest(id);
      }),
      { numRuns: 150 },
    );
  });

  it('is saved without touching comments, members it does not know, their order or their style', () => {
    const written = [
      '# by hand',
      'body: |',
      '  {"a": 1}   # not a comment',
      'title: "一"',
      'format: 1',
      'owner: 王工 # who to ask',
      'platform: ldt6008',
      'header:',
      '  # why this one is locked',
      '  nonce: 0012',
      "  other: 'x'",
      '',
    ].join('\n');
    writeAt('by-hand.yaml', written);
    const request = store.request('path:by-hand.yaml');
    expect(request.call).toMatchObject({ header: { nonce: '0012', other: 'x' }, body: '{"a": 1}   # not a comment\n' });
    const { id } = store.saveRequest({
      id: request.id,
      call: { ...request.call, header: { nonce: '0012', other: 'z' } },
    });
    expect(id).toMatch(/^[a-z0-9]{12}$/);
    expect(fileAt('by-hand.yaml')).toBe(
      written.replace("other: 'x'", 'other: z').replace('format: 1\n', `format: 1\nid: ${id}\n`),
    );
    const bytes = fileAt('by-hand.yaml');
    store.saveRequest({ id, call: store.request(id).call });
    expect(fileAt('by-hand.yaml')).toBe(bytes);
  });

  it('keeps its id when it is renamed and moved, by us or by others', () => {
    const { id } = create('旧名');
    expect(store.describeRequest({ id, title: '新名', note: '说明' })).toMatchObject({ id, path: '新名.yaml' });
    const { path } = store.createFolder({ parent: '', title: '文件夹' });
    expect(store.moveRequest({ id, folder: path }).path).toBe('文件夹/新名.yaml');
    systemDisk.rename(join(folder, 'collections/文件夹/新名.yaml'), join(folder, 'collections/elsewhere.yaml'));
    expect(store.request(id)).toMatchObject({ path: 'elsewhere.yaml', title: { zh: '新名' }, note: { zh: '说明' } });
  });

  it('is not written over what others wrote meanwhile', () => {
    const { id, digest } = create('一');
    writeFileSync(join(folder, 'collections/一.yaml'), fileAt('一.yaml').replace('张三', '李四'));
    const change = { id, call: { ...call, body: '{}' } };
    expect(() => store.saveRequest({ ...change, base: digest })).toThrow(
      expect.objectContaining({ code: 'request.changedOnDisk' }),
    );
    expect(fileAt('一.yaml')).toContain('李四');
    const { digest: now } = store.request(id);
    expect(store.saveRequest({ ...change, base: now }).call.body).toBe('{}');
  });

  it('that was copied by hand works beside its original', () => {
    const { id } = create('一');
    writeAt('二.yaml', fileAt('一.yaml'));
    const copy = store.request('path:二.yaml');
    const saved = store.saveRequest({ id: copy.id, call: { ...call, body: '[]' } });
    expect(saved.id).not.toBe(id);
    expect(store.request(id).call.body).toBe(call.body);
    expect(store.request(saved.id).call.body).toBe('[]');
  });

  it('that is removed can be brought back, also when its name was taken', () => {
    const { id } = create('一');
    const { removal } = store.removeRequest(id);
    expect(() => store.request(id)).toThrow(expect.objectContaining({ code: 'request.unknown' }));
    create('一');
    store.restore(removal);
    expect(store.request(id).path).toBe('一-2.yaml');
    expect(() => store.restore(removal)).toThrow(expect.objectContaining({ code: 'removal.unknown' }));
    expect(() => store.restore('../../x')).toThrow(expect.objectContaining({ code: 'removal.unknown' }));
  });

  it('with half a character is refused, and its file stands', () => {
    const { id } = create('一');
    const before = fileAt('一.yaml');
    try {
      expect(store.saveRequest({ id, call: { ...call, body: 'x\ud83d' } }).call.body).toBe('x\ud83d');
      expect(store.request(id).call.body).toBe('x\ud83d');
    } catch (error) {
      expect(error).toMatchObject({ code: 'request.bodyUnwritable' });
      expect(fileAt('一.yaml')).toBe(before);
    }
  });
});

describe('folders', () => {
  it('keep the order made by hand through renaming, moving and removing', () => {
    const [a, b, c] = ['a', 'b', 'c'].map((title) => create(title).id);
    store.moveRequest({ id: c ?? '', folder: '', before: a ?? '' });
    expect(outline()).toEqual(['c', 'a', 'b']);
    store.describeRequest({ id: a ?? '', title: 'z' });
    expect(outline()).toEqual(['c', 'z', 'b']);
    const { path } = store.createFolder({ parent: '', title: 'f' });
    store.moveFolder({ path, folder: '', before: b ?? '' });
    expect(outline()).toEqual(['c', 'z', ['f'], 'b']);
    store.moveRequest({ id: a ?? '', folder: 'f' });
    store.duplicateRequest(b ?? '');
    expect(outline()).toEqual(['c', ['f', 'z'], 'b', 'b 副本']);
  });

  it('nest, carry variables, and are renamed on disk', () => {
    const { path } = store.createFolder({ parent: '', title: '外' });
    const inner = store.createFolder({ parent: path, title: '内' }).path;
    store.describeFolder({ path, variables: { a: '1', b: '1' } });
    store.describeFolder({ path: inner, variables: { a: '2' }, note: '注' });
    expect(store.folderVariables(inner)).toEqual([{ a: '2' }, { a: '1', b: '1' }]);
    const { id } = create('r', inner);
    expect(store.describeFolder({ path, title: '改 名' })).toEqual({ path: '改-名' });
    expect(store.request(id).path).toBe('改-名/内/r.yaml');
    expect(store.folder('改-名')?.title.zh).toBe('改 名');
    expect(() => store.moveFolder({ path: '改-名', folder: '改-名/内' })).toThrow(
      expect.objectContaining({ code: 'folder.intoItself' }),
    );
    const { removal } = store.removeFolder('改-名');
    expect(outline()).toEqual([]);
    store.restore(removal);
    expect(outline()).toEqual([['改 名', ['内', 'r']]]);
  });

  it.each(['..', '../x', '/', 'a/../..', 'none', '/etc'])('are never looked for outside: %s', (path) => {
    expect(() => create('x', path)).toThrow(expect.objectContaining({ code: 'folder.unknown' }));
    expect(() => store.removeFolder(path)).toThrow(expect.objectContaining({ code: 'folder.unknown' }));
  });
});

describe('what is wrong with a file', () => {
  it('is shown in its place, beside healthy neighbours, and the file is left alone', () => {
    create('healthy');
    const files: Record<string, string> = {
      'syntax.yaml': 'format: 1\ntitle: "x\n',
      'shape.yaml': 'format: 1\nplatform: ldt6008\nheader: text\n',
      'alias.yaml': 'format: 1\nplatform: &p ldt6008\ntitle: *p\n',
      'newer.yaml': 'format: 2\nplatform: ldt6008\n',
      'none.yaml': 'platform: ldt6008\n',
      'deep.yaml': `format: 1\nx: ${'['.repeat(100)}`,
    };
    for (const [name, text] of Object.entries(files)) writeAt(name, text);
    writeAt('binary.yaml', '');
    writeFileSync(join(folder, 'collections/binary.yaml'), Buffer.from([0x66, 0xff, 0xfe]));
    symlinkSync('/etc/passwd', join(folder, 'collections/link.yaml'));
    const broken = store.read().root.children.flatMap((child) => (child.type === 'broken' ? [child.file] : []));
    expect(broken.map(({ path, problem }) => [path, problem.code])).toEqual([
      ['alias.yaml', 'request.broken'],
      ['binary.yaml', 'request.broken'],
      ['deep.yaml', 'request.broken'],
      ['link.yaml', 'request.broken'],
      ['newer.yaml', 'workspace.newerFormat'],
      ['none.yaml', 'request.broken'],
      ['shape.yaml', 'request.broken'],
      ['syntax.yaml', 'request.broken'],
    ]);
    expect(broken.at(-1)?.problem.position).toEqual({ line: 3, column: 1 });
    expect(outline()).toContain('healthy');
    for (const [name, text] of Object.entries(files)) expect(fileAt(name)).toBe(text);
  });

  it('of a folder’s own file is told, and the file is not written over', () => {
    writeAt('f/folder.yaml', 'format: 1\nvariables: [1]\n');
    writeAt('f/r.yaml', 'format: 1\nplatform: ldt6008\n');
    expect(store.read().problems).toMatchObject([{ code: 'request.broken', field: 'variables' }]);
    expect(outline()).toEqual([['f', 'r']]);
    expect(() => store.describeFolder({ path: 'f', note: 'x' })).toThrow(
      expect.objectContaining({ code: 'request.broken' }),
    );
    expect(fileAt('f/folder.yaml')).toBe('format: 1\nvariables: [1]\n');
  });
});

describe('a disk that refuses', () => {
  it.each(['ENOSPC', 'EACCES', 'EROFS'])('%s is a sentence, and nothing is lost or half written', (code) => {
    const { id } = create('一');
    const before = fileAt('一.yaml');
    const refusing = openWorkspaceStore({
      folder,
      trash: join(base, 'trash'),
      disk: {
        ...systemDisk,
        write: () => {
          throw Object.assign(new Error(code), { code });
        },
      },
    });
    const code1 = code === 'ENOSPC' ? 'store.full' : 'store.readOnly';
    const refusal: unknown = expect.objectContaining({ code: code1 });
    expect(() => refusing.saveRequest({ id, call: { ...call, body: 'new' } })).toThrow(refusal);
    expect(() => refusing.describeWorkspace({ title: 'x' })).toThrow(refusal);
    expect(() => refusing.removeRequest(id)).toThrow(refusal);
    expect(fileAt('一.yaml')).toBe(before);
    expect(readdirSync(join(folder, 'collections'))).toEqual(['一.yaml']);
    expect(refusing.read().title.zh).toBe('测试');
  });
});

describe('a watched workspace', () => {
  it('tells of what others change, and of nothing when nothing changed', async () => {
    const watched = openWorkspaceStore({ folder, trash: join(base, 'trash'), watch: true });
    try {
      const { revision } = watched.read();
      writeAt('新文件夹/新.yaml', 'format: 1\nplatform: ldt6008\n');
      const after = await watched.changed(revision, undefined);
      expect(after).toBeGreaterThan(revision);
      expect(watched.request('path:新文件夹/新.yaml').call.platform).toBe('ldt6008');
      mkdirSync(join(folder, 'environments'), { recursive: true });
      const known = watched.read().revision;
      writeFileSync(join(folder, 'environments/e.yaml'), 'format: 1\n');
      expect(await watched.changed(known, undefined)).toBeGreaterThan(known);
      const own = watched.read().revision;
      watched.createFolder({ parent: '', title: 'own' });
      expect(await watched.changed(own, undefined)).toBeGreaterThan(own);
      const { revision: last } = watched.read();
      expect(await watched.changed(last, AbortSignal.abort())).toBe(last);
    } finally {
      await watched.close();
    }
  });
});
