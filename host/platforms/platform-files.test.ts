import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newPlatform } from '../../shared/own-platform/new-platform.ts';
import { createPlatformFiles } from './platform-files.ts';
import type { PlatformStore } from './platform-store.ts';

let folder: string;
let store: PlatformStore;

beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'hufu-platforms-')), 'providers');
  store = createPlatformFiles({ folder, milliseconds: 1500 });
});
afterEach(() => rmSync(join(folder, '..'), { recursive: true }));

const put = (id: string, text: string): void => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${id}.yaml`), text);
};
const bytesOf = (id: string): string => readFileSync(join(folder, `${id}.yaml`), 'utf8');

/** JSON is YAML. */
const putContent = (id: string, content: object): void => put(id, JSON.stringify(content));

/** All that is said of a file: codes, and paths of what is wrong in it. */
function saidOf(id: string): string {
  const { files, problems } = store.list();
  const own = files.find((file) => file.id === id)?.problems ?? [];
  const others = problems.filter(({ text }) => text.en.includes(id));
  return [...others.map(({ code }) => code), ...own.map(({ path }) => path.join('.'))].join(' ');
}

/** Each definition asks for the next one twice. */
function doubling(depth: number): object {
  const ask = (index: number) => ({ $ref: `#/$defs/d${index}` });
  const names = Array.from({ length: depth }, (_, index) => index);
  const $defs = Object.fromEntries(names.map((index) => [`d${index}`, { allOf: [ask(index + 1), ask(index + 1)] }]));
  return { $defs: { ...$defs, [`d${depth}`]: { type: 'object' } }, ...ask(0) };
}

describe('a file of an own platform', () => {
  it('comes back as it was saved, whole', () => {
    const content = newPlatform('我的平台');
    const saved = store.save({ id: 'mine', content });
    expect(saved.problems).toEqual([]);
    expect(store.file('mine').content).toEqual(saved.content);
    expect(store.providers.find('mine').profile.interfaces.map(({ id }) => id)).toEqual(['query']);
    expect(createPlatformFiles({ folder }).providers.known('mine')?.profile.title.zh).toBe('我的平台');
  });

  it('keeps comments and order when a form saves it', () => {
    put(
      'mine',
      '# 省平台联调\nformat: 1\ntitle: 我的\nbasedOn: ldt6008 # 基于主平台\nchanges:\n  # 对方只认 12 位\n  header:\n    appCode:\n      length: { atMost: 12 }\n',
    );
    const { content, digest, problems } = store.file('mine');
    expect(problems).toEqual([]);
    expect(store.providers.find('mine').profile.header.find(({ name }) => name === 'appCode')?.length).toEqual({
      atMost: 12,
    });
    store.save({ id: 'mine', content: { ...content, title: { zh: '新名', en: 'new' } }, base: digest });
    expect(bytesOf('mine')).toContain('# 对方只认 12 位');
    expect(bytesOf('mine')).toContain('# 基于主平台');
    expect(store.file('mine').profile?.title).toEqual({ zh: '新名', en: 'new' });
  });

  it('takes a number for the text that stands there where a text is wanted', () => {
    put(
      'mine',
      'format: 1\ntitle: 2026\nbasedOn: ldt6008\nchanges:\n  statuses:\n    codes:\n      90: { meaning: 限流 }\n      0091: { meaning: { zh: 1, en: 2 } }\n',
    );
    const { problems, profile } = store.file('mine');
    expect(problems).toEqual([]);
    expect(profile?.title).toEqual({ zh: '2026', en: '2026' });
    expect(profile?.statuses.codes.find(({ code }) => code === '90')?.meaning.zh).toBe('限流');
    expect(profile?.statuses.codes.find(({ code }) => code === '0091')?.meaning).toEqual({ zh: '1', en: '2' });
  });

  it('says where it cannot be read or makes no sense, and leaves the others standing', () => {
    put('broken', 'format: 1\ntitle: [\n');
    put('list', '- 1\n');
    put('newer', 'format: 2\ntitle: x\nbasedOn: ldt6008\n');
    put(
      'wrong',
      'format: 1\ntitle: x\nbasedOn: ldt6008\nchanges:\n  header:\n    appCode:\n      length: { exactly: many }\n',
    );
    put('ldt6008', 'format: 1\ntitle: x\nbasedOn: ldt6008\n');
    store.save({ id: 'good', content: { format: 1, title: 'x', basedOn: 'ldt6008', changes: {} } });
    const { files, problems } = store.list();
    expect(problems.map(({ code }) => code)).toEqual(['platform.unreadable', 'platform.newerFormat']);
    expect(store.file('broken').problems[0]?.position).toMatchObject({ line: 3 });
    expect(files.map(({ id, problems: own }) => [id, own.length])).toEqual([
      ['broken', 1],
      ['good', 0],
      ['ldt6008', 1],
      ['wrong', 1],
    ]);
    expect(store.file('wrong').problems[0]).toMatchObject({
      path: ['header', 1, 'length', 'exactly'],
      position: { line: 7, column: 26 },
    });
    expect(store.providers.all().map(({ profile }) => profile.id)).toContain('good');
    expect(store.providers.known('wrong')).toBeUndefined();
  });

  it('lets a text that is no YAML be mended where it is, and by nobody who has not seen it', () => {
    put('broken', 'format: 1\ntitle: [\n');
    const { digest, text, isBroken } = store.file('broken');
    expect({ text, isBroken }).toEqual({ text: 'format: 1\ntitle: [\n', isBroken: true });
    const good = 'format: 1\ntitle: x\nbasedOn: ldt6008\n';
    expect(() => store.saveText({ id: 'broken', text, base: digest })).toThrow(
      expect.objectContaining({ code: 'platform.unreadable' }),
    );
    expect(() => store.saveText({ id: 'broken', text: good, base: 'other' })).toThrow(
      expect.objectContaining({ code: 'platform.changedOnDisk' }),
    );
    expect(store.saveText({ id: 'broken', text: good, base: digest }).isBroken).toBeUndefined();
    expect(store.providers.known('broken')).toBeDefined();
  });

  it.each([
    ['a regular expression without end', { pattern: '(A+)+!', length: { exactly: 60 } }, 'platform.unusable'],
    ['a length that fills the memory', { length: { exactly: 500_000_000 } }, 'header.0.length'],
    ['a length below nothing', { length: { exactly: -1 } }, 'header.0.length'],
    ['a name that every object has', { name: 'constructor' }, 'header.0.name'],
  ])('leaves the others standing, whatever is in one: %s', (_what, field, said) => {
    const content = newPlatform('甲');
    const [first, ...header] = content['header'] as readonly object[];
    const rule = { rule: 'environment' };
    putContent('evil', { ...content, header: [{ ...first, rule, ...field }, ...header] });
    putContent('good', content);
    expect(saidOf('evil')).toContain(said);
    expect(store.providers.known('evil')).toBeUndefined();
    expect(store.providers.known('good')).toBeDefined();
  });

  it.each([
    ['a schema that is itself', { $ref: '#' }],
    ['a schema that doubles', doubling(40)],
    ['a pattern without end', { type: 'object', properties: { name: { type: 'string', pattern: '^(a+)+$' } } }],
  ])('leaves the others standing, whatever is in one: %s', (_what, requestSchema) => {
    const content = newPlatform('甲');
    const [first] = content['interfaces'] as readonly object[];
    const samples = [{ title: 'x', body: `{"name":"${'a'.repeat(50)}!"}` }];
    putContent('evil', { ...content, interfaces: [{ ...first, requestSchema, samples }] });
    putContent('good', content);
    expect(saidOf('evil')).toMatch(/platform\.(?:tooSlow|unusable)|interfaces\.0/);
    expect(store.providers.known('evil')).toBeUndefined();
    expect(store.providers.known('good')).toBeDefined();
  });

  it('reads tens of thousands of codes in a moment', () => {
    const content = newPlatform('甲');
    const codes = Array.from({ length: 20_000 }, (_, index) => ({ code: String(index), meaning: 'x' }));
    putContent('large', { ...content, statuses: { field: 'code', success: '0', codes } });
    expect(saidOf('large')).toBe('');
  });

  it('refuses to write over what was changed outside, over another platform, and under a name that leads elsewhere', () => {
    const content = { format: 1, title: 'x', basedOn: 'ldt6008', changes: {} };
    const { digest } = store.save({ id: 'mine', content });
    put('mine', 'format: 1\ntitle: others\nbasedOn: ldt6008\n');
    const failing = (work: () => unknown) => (wanted: object) => expect(work).toThrow(wanted);
    failing(() => store.save({ id: 'mine', content, base: digest }))(
      expect.objectContaining({ code: 'platform.changedOnDisk' }),
    );
    failing(() => store.save({ id: 'mine', content }))(expect.objectContaining({ code: 'platform.exists' }));
    for (const id of ['../evil', 'ldt6008', 'Mine', 'a/b', '', '.hidden', 'con', 'a'.repeat(61)]) {
      failing(() => store.save({ id, content }))(expect.objectContaining({ code: 'platform.id' }));
    }
    failing(() => store.saveText({ id: 'other', text: 'title: [' }))(
      expect.objectContaining({ code: 'platform.unreadable' }),
    );
    failing(() => store.remove('nobody'))(expect.objectContaining({ code: 'platform.unknown' }));
    expect(bytesOf('mine')).toContain('others');
  });

  it('neither shows nor removes what is behind a link', () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'hufu-elsewhere-'));
    writeFileSync(join(elsewhere, 'victim.yaml'), 'format: 1\ntitle: x\nbasedOn: ldt6008\n');
    symlinkSync(elsewhere, folder);
    expect(store.list()).toEqual({ files: [], problems: [] });
    expect(() => store.remove('victim')).toThrow(expect.objectContaining({ code: 'workspace.link' }));
    expect(readFileSync(join(elsewhere, 'victim.yaml'), 'utf8')).toContain('ldt6008');
    rmSync(elsewhere, { recursive: true });
  });

  it('names the file of whatever it says', () => {
    put('anchor', 'format: 1\ntitle: &a x\nbasedOn: *a\n');
    put('text', 'nothing\n');
    expect(store.list().problems.map(({ text }) => text.en.includes('.yaml'))).toEqual([true, true]);
  });

  it('stands with a step whose slot holds another thing, which is said when it is run', () => {
    const content = newPlatform('甲');
    const { steps } = content as { steps: { request: { outward: readonly { kind: string; options: object }[] } } };
    const outward = steps.request.outward.map((step) =>
      step.kind === 'hmac.sm3' ? { ...step, options: { ...step.options, from: 'composed' } } : step,
    );
    putContent('mine', { ...content, steps: { ...steps, request: { ...steps.request, outward } } });
    expect(saidOf('mine')).not.toContain('unusable');
  });

  it('follows what others change in its folder', () => {
    expect(store.providers.known('mine')).toBeUndefined();
    put('mine', 'format: 1\ntitle: one\nbasedOn: ldt6008\n');
    const first = store.providers.known('mine');
    expect(store.providers.known('mine')).toBe(first);
    put('mine', 'format: 1\ntitle: another one\nbasedOn: ldt6008\n');
    expect(store.providers.known('mine')?.profile.title.zh).toBe('another one');
    store.remove('mine');
    expect(store.providers.known('mine')).toBeUndefined();
  });
});
