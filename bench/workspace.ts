import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { callSchema } from '../shared/model/call.ts';
import { createEmptyWorkspace, openWorkspaceStore } from '../host/workspace/open-workspace-store.ts';
import { requestBytes } from '../host/workspace/request-file.ts';
import { compareMedians, within, type Row } from './compare-medians.ts';

const folders = 40;
const requests = 3000;

/** A workspace of 3,000 requests of 1.6 KB in 40 folders: opening all of it, looking at it, opening and saving one. */
export async function benchWorkspace(): Promise<readonly Row[]> {
  const directory = mkdtempSync(join(tmpdir(), 'hufu-bench-'));
  try {
    const folder = join(directory, 'workspace');
    fill(folder);
    const options = { folder, trash: join(directory, 'trash') };
    const open = compareMedians({
      name: 'workspace: open 3,000 requests (< 1 s)',
      own: () => openWorkspaceStore(options).read(),
      peer: () => readAll(join(folder, 'collections')),
      peerName: 'bare reading and YAML parsing',
      atMost: 3,
      rounds: 5,
    });
    const store = openWorkspaceStore({ ...options, watch: true });
    const look = compareMedians({
      name: 'workspace: list all (< 50 ms)',
      own: () => JSON.stringify(store.read()),
      peer: () =>
        JSON.stringify(
          Array.from({ length: requests }, (_, number) => ({ id: `id-${number}`, title: '社会保障卡状态查询' })),
        ),
      peerName: 'bare JSON of 3,000 titles',
      atMost: 30,
      rounds: 20,
    });
    const one = compareMedians({
      name: 'workspace: open a request (< 50 ms)',
      own: () => store.request('id-1500'),
      peer: () =>
        parseDocument(readFileSync(join(folder, 'collections', 'f20', 'r1500.yaml'), 'utf8')).toJS() as unknown,
      peerName: 'bare reading and YAML parsing',
      atMost: 6,
      rounds: 200,
    });
    const { call } = store.request('id-1500');
    let count = 0;
    const save = compareMedians({
      name: 'workspace: save a request (< 50 ms)',
      own: () => store.saveRequest({ id: 'id-1500', call: { ...call, url: `https://${(count += 1)}.example/` } }),
      peer: () => writeFileSync(join(directory, 'bare.yaml'), call.body, { flush: true }),
      peerName: 'bare durable write',
      atMost: 100,
      rounds: 20,
    });
    await store.close();
    return [
      within(open, { least: 0, most: 1000 }),
      within(look, { least: 0, most: 50 }),
      within(one, { least: 0, most: 50 }),
      within(save, { least: 0, most: 50 }),
    ];
  } finally {
    rmSync(directory, { recursive: true });
  }
}

function fill(folder: string): void {
  createEmptyWorkspace(folder, { title: 'bench' });
  for (let number = 0; number < folders; number += 1) mkdirSync(join(folder, 'collections', `f${number}`));
  const body = JSON.stringify(
    Array.from({ length: 14 }, (_, row) => ({
      aac003: '张三',
      aac002: `1101051949123100${row}`,
      aae013: '社会保障卡',
    })),
    null,
    2,
  );
  for (let number = 0; number < requests; number += 1) {
    const title = { zh: `社会保障卡状态查询 ${number}`, en: `Card status ${number}` };
    const call = callSchema.parse({
      platform: 'ldt6008',
      interface: 'cardStatus',
      environment: 'test',
      header: { nonce: 'dbea7d58e3014126897614c8' },
      extraHeader: [],
      body,
      conventions: { timeSigned: 'serviceReqTime' },
      url: '',
    });
    const bytes = requestBytes(undefined, { id: `id-${number}`, title, note: title, call });
    writeFileSync(join(folder, 'collections', `f${number % folders}`, `r${number}.yaml`), bytes);
  }
}

function readAll(folder: string): number {
  let found = 0;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    parseDocument(readFileSync(join(entry.parentPath, entry.name), 'utf8'));
    found += 1;
  }
  return found;
}
