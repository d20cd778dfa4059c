import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createEnvironmentFiles } from '../environments/environment-files.ts';
import { openWorkspaceStore } from './open-workspace-store.ts';

/**
 * Files as the first version wrote them, and as people write them by hand. Every later version reads them as they are read
 * here; a new format gets files of its own beside these, and these stay.
 */
const golden = (name: string): string => join(import.meta.dirname, 'golden', name);

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hufu-golden-'));
  mkdirSync(join(folder, 'collections', '查询'), { recursive: true });
  mkdirSync(join(folder, 'environments'));
  copyFileSync(golden('workspace-1.yaml'), join(folder, 'hufu.yaml'));
  copyFileSync(golden('folder-1.yaml'), join(folder, 'collections', '查询', 'folder.yaml'));
  copyFileSync(golden('request-1.yaml'), join(folder, 'collections', '查询', '状态.yaml'));
  copyFileSync(golden('environment-1.yaml'), join(folder, 'environments', 'e.yaml'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const open = () => openWorkspaceStore({ folder, trash: join(folder, '.trash') });

it('format 1 of a request is read, and saved again to the byte', () => {
  const store = open();
  const request = store.request('r7k2m9x4q1bd');
  expect(request).toMatchObject({
    title: { zh: '社会保障卡状态查询', en: 'Card status' },
    note: { zh: '对象请求（6.2.2.1）', en: '对象请求（6.2.2.1）' },
    call: {
      platform: 'ldt6008',
      interface: 'cardStatus',
      environment: '测试',
      header: { nonce: '0012', signature: '' },
      extraHeader: [
        { name: 'channel', value: null },
        { name: 'version', value: '1.0' },
      ],
      conventions: { timeSigned: 'serviceReqTime' },
      variables: { 姓名: '张三' },
      url: 'https://api.example/gateway',
      body: '{\n  "aac003": "{{姓名}}",\n  "n": 1.10\n}\n',
    },
  });
  store.saveRequest({ id: request.id, call: request.call });
  // Only the spaces in front of a comment are the library's own.
  const saved = readFileSync(join(folder, 'collections', '查询', '状态.yaml'), 'utf8');
  expect(saved).toBe(readFileSync(golden('request-1.yaml'), 'utf8').replace('省厅   #', '省厅 #'));
});

it('format 1 of a folder and of the workspace is read, and one change is one changed line', () => {
  const store = open();
  expect(store.read()).toMatchObject({
    title: { zh: '省厅联调', en: 'Provincial tests' },
    variables: { region: '110000' },
    problems: [],
  });
  expect(store.folder('查询')).toMatchObject({
    title: { zh: '查询 · 卡' },
    note: { zh: '给对方看的' },
    variables: { 号码: '11010519491231002X' },
  });
  store.describeFolder({ path: '查询', note: '改过' });
  expect(readFileSync(join(folder, 'collections', '查询', 'folder.yaml'), 'utf8')).toBe(
    readFileSync(golden('folder-1.yaml'), 'utf8')
      .replace('给对方看的', '改过')
      .replace('[kept', '[ kept')
      .replace('is]', 'is ]'),
  );
});

it('format 1 of an environment is read, and saved again to the byte', () => {
  const environments = createEnvironmentFiles({ folder: join(folder, 'environments'), reserved: () => [] });
  const { digest: base, ...environment } = environments.find('e');
  expect(environment).toEqual({
    id: 'e',
    platform: 'ldt6008',
    title: '省厅测试',
    url: 'https://api.example/gateway',
    values: { appCode: 'B100000KJGK' },
    conventions: { sm4Key: 'hex32' },
    variables: { region: '510000' },
    transport: {
      timeoutSeconds: 12.5,
      proxy: 'http://user@proxy.example:8080',
      ca: '-----BEGIN CERTIFICATE-----\nAA==\n-----END CERTIFICATE-----\n',
      unverifiedHosts: ['10.0.0.8:8443'],
    },
    keepsBodies: false,
  });
  environments.save({ ...environment, base });
  expect(readFileSync(join(folder, 'environments', 'e.yaml'), 'utf8')).toBe(
    readFileSync(golden('environment-1.yaml'), 'utf8'),
  );
});
