import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createEnvironmentFiles } from './environment-files.ts';
import { makeTestCertificate } from '../transport/make-test-certificate.ts';
import type { SaveEnvironment } from '../../shared/model/environment.ts';
import type { EnvironmentStore } from './environment-store.ts';
import { fileNameOf } from '../yaml/file-name.ts';

let folder: string;
let store: EnvironmentStore;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hufu-environments-'));
  store = createEnvironmentFiles({ folder, reserved: () => ['simulator'] });
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const environment: SaveEnvironment = {
  id: '',
  platform: 'ldt6008',
  title: '省厅 测试',
  url: 'https://api.example/gateway',
  values: { appCode: 'B100000KJGK' },
  conventions: { digest: 'SM2' },
  variables: {},
  transport: {},
  keepsBodies: true,
};

it('keeps an environment in a file named after it', () => {
  expect(store.save(environment).id).toBe('省厅-测试');
  expect(store.list()).toEqual({
    environments: [{ ...environment, id: '省厅-测试', digest: expect.any(String) as string }],
    problems: [],
  });
  expect(store.find('省厅-测试').values).toEqual({ appCode: 'B100000KJGK' });
  store.remove('省厅-测试');
  expect(() => store.find('省厅-测试')).toThrow(expect.objectContaining({ code: 'environment.unknown' }));
});

it('keeps comments and what it does not know when it saves again', () => {
  const { id } = store.save(environment);
  const path = join(folder, `${id}.yaml`);
  writeFileSync(path, `# 由张工维护\n${readFileSync(path, 'utf8')}proxy: http://proxy.example:8080\n`);
  store.save({ ...environment, id, url: 'https://other.example/' });
  const text = readFileSync(path, 'utf8');
  expect(text).toContain('# 由张工维护');
  expect(text).toContain('proxy: http://proxy.example:8080');
  expect(store.find(id).url).toBe('https://other.example/');
});

it('sees what another program wrote', () => {
  const { id } = store.save(environment);
  store.find(id);
  const path = join(folder, `${id}.yaml`);
  writeFileSync(path, readFileSync(path, 'utf8').replace('api.example', 'elsewhere.example'));
  expect(store.find(id).url).toBe('https://elsewhere.example/gateway');
});

it('shows a broken file with its place beside its healthy neighbours, and leaves it alone', () => {
  store.save(environment);
  const broken = 'format: 1\nplatform: ldt6008\ntitle: "x\n';
  writeFileSync(join(folder, 'broken.yaml'), broken);
  writeFileSync(join(folder, 'newer.yaml'), 'format: 2\n');
  writeFileSync(join(folder, 'thin.yaml'), 'format: 1\n');
  const aliases = 'abcdefgh'
    .split('')
    .map((name, at, all) => `${name}: &${name} [${at === 0 ? 'x' : `${`*${all[at - 1]}, `.repeat(10)}x`}]`);
  writeFileSync(join(folder, 'zip.yaml'), aliases.join('\n'));
  const { environments, problems } = store.list();
  expect(environments).toHaveLength(1);
  expect(problems.map(({ code }) => code).toSorted()).toEqual([
    'environment.newerFormat',
    'environment.unreadable',
    'environment.unreadable',
    'environment.unreadable',
  ]);
  expect(problems.find(({ text }) => text.en.includes('broken.yaml'))?.position).toMatchObject({ line: 4 });
  expect(() => store.save({ ...environment, id: 'broken' })).toThrow(
    expect.objectContaining({ code: 'environment.unreadable' }),
  );
  expect(readFileSync(join(folder, 'broken.yaml'), 'utf8')).toBe(broken);
});

it.each([
  ['nested keys', '? '.repeat(4000) + 'a'],
  ['nested lists', '- '.repeat(5000) + 'a'],
  ['nested maps', '{"a": '.repeat(3000)],
  ['nested anchors', '&a [ '.repeat(3000)],
  ['a large file', 'a: b\n'.repeat(100_000)],
])('survives a hostile file: %s', (_, text) => {
  store.save(environment);
  writeFileSync(join(folder, 'hostile.yaml'), text);
  expect(store.list()).toMatchObject({
    environments: [{ id: '省厅-测试' }],
    problems: [{ code: 'environment.unreadable' }],
  });
});

it.skipIf(process.platform === 'win32')(
  'reads no links and no folders, and no name that takes the place of another',
  () => {
    store.save(environment);
    symlinkSync('/dev/zero', join(folder, 'zero.yaml'));
    symlinkSync(join(folder, 'nowhere'), join(folder, 'dangling.yaml'));
    mkdirSync(join(folder, 'folder.yaml'));
    for (const name of ['simulator', 'Simulator', '__proto__', 'a;b c'])
      writeFileSync(join(folder, `${name}.yaml`), 'format: 1');
    const { environments, problems } = store.list();
    expect(environments).toHaveLength(1);
    expect(problems.map(({ code }) => code).toSorted()).toEqual([
      ...Array.from({ length: 4 }, () => 'environment.name'),
      ...Array.from({ length: 3 }, () => 'environment.unreadable'),
    ]);
    expect(() => store.remove('simulator')).toThrow(expect.objectContaining({ code: 'environment.unknown' }));
  },
);

it('refuses a name that is taken, reserved or leads elsewhere', () => {
  store.save(environment);
  expect(() => store.save(environment)).toThrow(expect.objectContaining({ code: 'environment.exists' }));
  expect(() => store.save({ ...environment, title: 'Simulator' })).toThrow(
    expect.objectContaining({ code: 'environment.exists' }),
  );
  expect(() => store.save({ ...environment, id: '../x' })).toThrow(
    expect.objectContaining({ code: 'environment.unknown' }),
  );
  expect(() => store.find('../../etc')).toThrow(expect.objectContaining({ code: 'environment.unknown' }));
});

it.each([
  ['../../etc/passwd', 'etc-passwd'],
  [' a:b*c ', 'a-b-c'],
  ['.hidden', 'hidden'],
  ['生产 · 省厅', '生产-·-省厅'],
])('%s becomes the file %s', (title, id) => expect(fileNameOf(title)).toBe(id));

it.each(['CON', 'nul.txt', '...', '///', '__proto__'])('%s names no file', (title) => {
  expect(() => store.save({ ...environment, title })).toThrow(expect.objectContaining({ code: 'environment.name' }));
});

it.each(['http://user:secret@proxy.example:8080', 'http:user:secret@proxy.example', 'user:secret@proxy.example'])(
  'keeps no password of a proxy: %s',
  (proxy) => {
    expect(() => store.save({ ...environment, transport: { proxy } })).toThrow(
      expect.objectContaining({ code: 'environment.proxyPassword' }),
    );
    expect(readdirSync(folder)).toEqual([]);
  },
);

it('does not write over what others changed since it was seen', () => {
  const { id, digest } = store.save(environment);
  const path = join(folder, `${id}.yaml`);
  writeFileSync(path, readFileSync(path, 'utf8').replace('SM2', 'SM3'));
  const theirs = readFileSync(path, 'utf8');
  const changed = { ...environment, id, url: 'https://other.example/' };
  expect(() => store.save({ ...changed, base: digest })).toThrow(
    expect.objectContaining({ code: 'environment.changedOnDisk' }),
  );
  expect(readFileSync(path, 'utf8')).toBe(theirs);
  const { digest: base } = store.find(id);
  expect(store.save({ ...changed, base }).url).toBe('https://other.example/');
});

it('saves nothing through a link that took the place of its folder', () => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'hufu-elsewhere-'));
  rmSync(folder, { recursive: true });
  symlinkSync(elsewhere, folder);
  expect(() => store.save(environment)).toThrow(expect.objectContaining({ code: 'workspace.link' }));
  expect(readdirSync(elsewhere)).toEqual([]);
  rmSync(elsewhere, { recursive: true });
});

it.each(['ca', 'clientCertificate'])('keeps no private key that stands with a certificate: %s', (field) => {
  const pem = '-----BEGIN CERTIFICATE-----\nAA==\n-----END CERTIFICATE-----\n';
  const transport = { [field]: `${pem}-----BEGIN EC PRIVATE KEY-----\nAA==\n-----END EC PRIVATE KEY-----\n` };
  expect(() => store.save({ ...environment, transport })).toThrow(
    expect.objectContaining({ code: 'environment.privateKey' }),
  );
  expect(readdirSync(folder)).toEqual([]);
  const certificate = { [field]: makeTestCertificate({ name: 'CA', isAuthority: true }).certificatePem };
  expect(store.save({ ...environment, transport: certificate }).transport).toEqual(certificate);
});

it('changes one thing and lets be what another program wrote of the connection', () => {
  const { id } = store.save(environment);
  const path = join(folder, `${id}.yaml`);
  writeFileSync(path, `${readFileSync(path, 'utf8')}transport:\n  proxy: proxy.test\n`);
  const transport = { proxy: 'proxy.test' };
  expect(store.save({ ...environment, id, url: 'https://other.example/', transport }).transport).toEqual(transport);
  expect(() => store.save({ ...environment, id, transport: { proxy: 'other.test' } })).toThrow(
    expect.objectContaining({ code: 'environment.proxy' }),
  );
});
