import { describe, expect, it } from 'vitest';
import { callSchema, type Call } from '../../shared/model/call.ts';
import type { RequestFolder } from '../../shared/model/workspace.ts';
import { createEnvironmentFiles } from '../../host/environments/environment-files.ts';
import { writeFileDurably } from '../../host/store/write-file-durably.ts';
import { createEmptyWorkspace, openWorkspaceStore } from '../../host/workspace/open-workspace-store.ts';
import type { WorkspaceStore } from '../../host/workspace/workspace-service.ts';
import { FailingDisk, PowerLoss, randomFrom, type Random } from './support/failing-disk.ts';

const seeds = 20_000;
const folder = '/work/space';
const trash = '/work/trash';

const call = (body: string): Call =>
  callSchema.parse({
    platform: 'ldt6008',
    interface: 'cardStatus',
    environment: '',
    header: {},
    extraHeader: [],
    body,
    conventions: {},
    url: '',
  });

/** A body of several sectors, told apart by its number. */
const bodyOf = (number: number): string => `{\n${`  "line": ${number},\n`.repeat(40)}  "end": ${number}\n}`;

const open = (disk: FailingDisk): WorkspaceStore => openWorkspaceStore({ folder, trash, disk });
const environmentsOn = (disk: FailingDisk) =>
  createEnvironmentFiles({ folder: `${folder}/environments`, reserved: () => [], disk });
const environment = (number: number) => ({
  platform: 'ldt6008',
  title: 'e',
  url: `https://${number}.example/`,
  values: { text: 'x'.repeat(1500), number: String(number) },
  conventions: {},
  variables: {},
  transport: {},
  keepsBodies: true,
});

/** What a request may be found as: the acknowledged state, and with an operation under way the one after it. */
interface Known {
  readonly states: readonly { readonly body: string; readonly title: string }[];
  /** Whether it must be among the requests, may be, or must be in the trash or among them. */
  readonly where: 'there' | 'perhaps' | 'there or in the trash';
}

const base = (() => {
  const disk = new FailingDisk();
  for (const path of ['/work', '/work/space', '/work/trash']) disk.makeFolder(path);
  createEmptyWorkspace(folder, { title: 'w', disk });
  const store = open(disk);
  store.createFolder({ parent: '', title: 'a' });
  store.createFolder({ parent: 'a', title: 'b' });
  const ids = ['', 'a', 'a/b'].map(
    (parent, number) =>
      store.createRequest({ folder: parent, title: `r${number}`, note: '', call: call(bodyOf(number)) }).id,
  );
  environmentsOn(disk).save({ id: '', ...environment(0) });
  return { disk: disk.copy(), ids };
})();

function foldersOf({ path, children }: RequestFolder): readonly string[] {
  return [path, ...children.flatMap((child) => (child.type === 'folder' ? foldersOf(child.folder) : []))];
}

function requestsOf({ children }: RequestFolder): readonly string[] {
  return children.flatMap((child) => {
    if (child.type === 'folder') return requestsOf(child.folder);
    return child.type === 'request' ? [child.request.id] : [`broken ${child.file.path}`];
  });
}

/** One random life of a workspace, ended by the loss of power; then what must be found is looked for. */
function live(seed: number): void {
  const random = randomFrom(seed);
  const pick = <Value>(values: readonly Value[]): Value => values[Math.floor(random() * values.length)] as Value;
  const disk = base.disk.copy();
  disk.losePowerAt(1 + Math.floor(random() * 40));
  const known = new Map<string, Known>(
    base.ids.map((id, number) => [id, { states: [{ body: bodyOf(number), title: `r${number}` }], where: 'there' }]),
  );
  const removals = new Map<string, string>();
  let environmentUrls: readonly string[] = [environment(0).url];
  let number = 100;

  /** Carries out one operation; until it is acknowledged both outcomes are possible. */
  function step(store: WorkspaceStore): void {
    number += 1;
    const there = [...known].filter(([, { where }]) => where === 'there').map(([id]) => id);
    const kind = pick([
      'save',
      'rename',
      'move',
      'create',
      'remove',
      'folder',
      'renameFolder',
      'moveFolder',
      'restore',
      'environment',
      'duplicate',
    ]);
    const id = there.length > 0 ? pick(there) : '';
    const now = known.get(id)?.states[0];
    const folders = foldersOf(store.read().root);
    if (kind === 'save' && now) {
      const next = { ...now, body: bodyOf(number) };
      known.set(id, { states: [now, next], where: 'there' });
      store.saveRequest({ id, call: call(next.body) });
      known.set(id, { states: [next], where: 'there' });
    } else if (kind === 'rename' && now) {
      const next = { ...now, title: `t${number}` };
      known.set(id, { states: [now, next], where: 'there' });
      store.describeRequest({ id, title: next.title });
      known.set(id, { states: [next], where: 'there' });
    } else if (kind === 'move' && now) {
      store.moveRequest({ id, folder: pick(folders), ...(random() < 0.5 && { before: pick(there) }) });
    } else if (kind === 'create') {
      const body = bodyOf(number);
      const saved = store.createRequest({ folder: pick(folders), title: `c${number}`, note: '', call: call(body) });
      known.set(saved.id, { states: [{ body, title: `c${number}` }], where: 'there' });
    } else if (kind === 'duplicate' && now) {
      const copy = store.duplicateRequest(id);
      known.set(copy.id, { states: [{ body: now.body, title: copy.title.zh }], where: 'there' });
    } else if (kind === 'remove' && now) {
      known.set(id, { states: [now], where: 'there or in the trash' });
      removals.set(id, store.removeRequest(id).removal);
    } else if (kind === 'restore' && removals.size > 0) {
      const [removed = '', removal = ''] = [...removals][0] ?? [];
      store.restore(removal);
      removals.delete(removed);
      known.set(removed, { states: known.get(removed)?.states ?? [], where: 'there' });
    } else if (kind === 'folder') store.createFolder({ parent: pick(folders), title: `f${number}` });
    else if (kind === 'renameFolder') {
      const path = pick(folders);
      if (path !== '') store.describeFolder({ path, title: `g${number}`, variables: { n: String(number) } });
    } else if (kind === 'moveFolder') {
      const [path, target] = [pick(folders), pick(folders)];
      if (path !== '' && target !== path && !target.startsWith(`${path}/`)) store.moveFolder({ path, folder: target });
    } else if (kind === 'environment') {
      const { url } = environment(number);
      environmentUrls = [...environmentUrls.slice(-1), url];
      environmentsOn(disk).save({ id: 'e', ...environment(number) });
      environmentUrls = [url];
    }
  }

  try {
    const store = open(disk);
    for (;;) step(store);
  } catch (error) {
    if (!(error instanceof PowerLoss)) throw error;
  }
  look(disk.afterPowerLoss(random), { known, removals, environmentUrls, random });
}

interface Expected {
  readonly known: ReadonlyMap<string, Known>;
  readonly removals: ReadonlyMap<string, string>;
  readonly environmentUrls: readonly string[];
  readonly random: Random;
}

function look(disk: FailingDisk, { known, removals, environmentUrls }: Expected): void {
  const store = open(disk);
  const { root, problems } = store.read();
  const found = requestsOf(root);
  expect(problems).toEqual([]);
  // Nothing half-written, nothing twice, at most the one that was being made.
  expect(found.filter((id) => id.startsWith('broken') || id.startsWith('path:'))).toEqual([]);
  expect(found.filter((id) => !known.has(id)).length).toBeLessThanOrEqual(1);
  for (const [id, removal] of removals) {
    if (!found.includes(id)) store.restore(removal);
  }
  const after = new Set(requestsOf(store.read().root));
  for (const [id, { states, where }] of known) {
    // A removal under way has no name yet under which it could be asked for.
    if (!after.has(id) && where === 'there or in the trash' && !removals.has(id)) continue;
    const { call: saved, title } = store.request(id);
    const matches = states.some(({ body, title: expected }) => saved.body === body && title.zh === expected);
    if (!matches) expect({ id, body: saved.body, title: title.zh }).toEqual(states);
  }
  const { environments, problems: wrong } = environmentsOn(disk).list();
  expect(wrong).toEqual([]);
  expect(environments.map(({ url }) => url)).toHaveLength(1);
  expect(environmentUrls).toContain(environments[0]?.url);
  // It goes on where it stopped.
  const next = store.createRequest({ folder: '', title: 'after', note: '', call: call('{}') });
  expect(open(disk).request(next.id).call.body).toBe('{}');
}

describe('a workspace on a disk that loses power', () => {
  it(`has everything that was acknowledged, whole, after each of ${seeds} losses`, () => {
    for (let seed = 0; seed < seeds; seed += 1) expect(() => live(seed), `seed ${seed}`).not.toThrow();
  });
});

describe('the disk that loses power', () => {
  const text = 'x'.repeat(5000);
  const found = (write: (disk: FailingDisk) => void): ReadonlySet<string> => {
    const all = new Set<string>();
    for (let seed = 0; seed < 200; seed += 1) {
      const disk = new FailingDisk();
      disk.makeFolder('/w');
      disk.sync(disk.open('/', 'r'));
      writeFileDurably('/w/file', new TextEncoder().encode('old'), { mode: 0o600, disk });
      write(disk);
      const after = disk.afterPowerLoss(randomFrom(seed));
      all.add(after.status('/w/file') ? new TextDecoder().decode(after.read('/w/file')) : 'gone');
    }
    return all;
  };
  const careless = (disk: FailingDisk, { file, folder: names }: { file: boolean; folder: boolean }) => {
    const handle = disk.open('/w/file.tmp', 'wx');
    disk.write(handle, new TextEncoder().encode(text), 0);
    if (file) disk.sync(handle);
    disk.rename('/w/file.tmp', '/w/file');
    if (names) disk.sync(disk.open('/w', 'r'));
  };

  it('keeps what was written durably', () => {
    const bytes = new TextEncoder().encode(text);
    expect(found((disk) => writeFileDurably('/w/file', bytes, { mode: 0o600, disk }))).toEqual(new Set([text]));
  });

  it('tears what was not synchronised before it was given its name', () => {
    expect(found((disk) => careless(disk, { file: false, folder: true })).size).toBeGreaterThan(10);
  });

  it('forgets a name that was not synchronised', () => {
    expect(found((disk) => careless(disk, { file: true, folder: false }))).toEqual(new Set([text, 'old']));
  });
});
