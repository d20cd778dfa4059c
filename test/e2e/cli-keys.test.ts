import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hufu, inTemporaryFolder, startHufu, type Finished, type Running } from './support/hufu.ts';

const passphrase = 'correct horse 虎符';
const firstKey = 'Hf-e2e-Sm4Key-01';
const secondKey = 'Hf-e2e-Sm4Key-02';
const person = '{"aac003":"张三","aac002":"11010519491231002X"}';
const slot = ['--environment', 'office', '--slot', 'sm4Key'];

interface Document {
  readonly [name: string]: unknown;
}

interface Desk {
  readonly folder: string;
  /** Runs `hufu` with this desk's state. */
  run(args: readonly string[], input?: string): Promise<Finished>;
  /** The same with the passphrase. */
  open(args: readonly string[], input?: string): Promise<Finished>;
  file(name: string, content: string): string;
}

/** A person's machine: a state of its own and a file with the passphrase. */
async function atDesk(use: (desk: Desk) => Promise<void>): Promise<void> {
  await inTemporaryFolder(async (folder) => {
    const file = (name: string, content: string): string => {
      writeFileSync(join(folder, name), content);
      return join(folder, name);
    };
    const given = ['--passphrase-file', file('passphrase', `${passphrase}\n`)];
    const run: Desk['run'] = (args, input = '') => hufu([...args, '--state', join(folder, 'state')], { input });
    await use({ folder, run, file, open: (args, input) => run([...args, ...given], input) });
  });
}

function documentOf({ stdout }: Finished): Document {
  expect(stdout.split('\n')).toHaveLength(2);
  return JSON.parse(stdout) as Document;
}

function expectNoSecrets({ stdout, stderr }: Finished): void {
  for (const secret of [passphrase, firstKey, secondKey]) {
    expect(stdout).not.toContain(secret);
    expect(stderr).not.toContain(secret);
  }
}

let simulator: Running;

beforeAll(async () => {
  simulator = await startHufu(['simulate', 'ldt6008', '--key', `sm4Key=${firstKey}`]);
});
afterAll(() => simulator.stop());

/** An environment that leads to the simulator, with its key in the vault. */
async function furnish({ run, open, file }: Desk): Promise<Document> {
  const place = ['--platform', 'ldt6008', '--url', String(simulator.ready['url'])];
  const made = await run(['environments', 'add', 'office', ...place, '--set', 'appCode=B100000KJGK', '--json']);
  expect(documentOf(made)).toMatchObject({ id: 'office', platform: 'ldt6008' });
  const added = await open(['keys', 'add', file('key.txt', `${firstKey}\n`), ...slot, '--label', 'first', '--json']);
  expectNoSecrets(added);
  return documentOf(added);
}

describe('the life of a key on the command line', () => {
  it('is kept, used, rotated, exported and removed', () =>
    atDesk(async (desk) => {
      const { run, open, file, folder } = desk;
      const key = await furnish(desk);
      expect(key).toMatchObject({ algorithm: 'sm4', label: 'first', uses: [{ slot: 'sm4Key', state: 'active' }] });

      expect(documentOf(await run(['keys', 'list', '--json']))).toMatchObject({
        vault: 'locked',
        environments: [{ environment: 'office', slots: expect.arrayContaining([{ slot: 'sm4Key', filled: true }]) }],
      });
      const listed = await open(['keys', 'list', '--json']);
      expect(documentOf(listed)).toMatchObject({ vault: 'open', keys: [{ id: key['id'] }] });

      const call = ['--environment', 'office', '--interface', 'cardStatus', '--body', '-', '--json'];
      const previewed = await open(['preview', ...call], person);
      const sent = await open(['send', ...call], person);
      expect(documentOf(sent)).toMatchObject({ verdict: 'success', url: simulator.ready['url'] });
      for (const finished of [listed, previewed, sent]) expectNoSecrets(finished);

      const message = file('message.json', String(documentOf(previewed)['wire']));
      const rotated = await open(['keys', 'rotate', '-', ...slot, '--label', 'second', '--json'], `${secondKey}\n`);
      expect(rotated.code).toBe(0);
      expectNoSecrets(rotated);
      const inspected = documentOf(await open(['inspect', message, '--environment', 'office', '--json']));
      expect(inspected).toMatchObject({
        body: { plaintext: person },
        keys: [{ slot: 'sm4Key', fingerprint: key['fingerprint'], version: 'former' }],
      });

      const out = join(folder, 'out.txt');
      expect(await open(['keys', 'export', 'first', '--form', 'text'])).toMatchObject({ code: 2, stdout: '' });
      const exported = await open(['keys', 'export', 'first', '--form', 'text', '--out', out, '--json']);
      expect(documentOf(exported)).toMatchObject({ path: out });
      expectNoSecrets(exported);
      expect(readFileSync(out, 'utf8').trim()).toBe(firstKey);
      if (process.platform !== 'win32') expect(statSync(out).mode & 0o777).toBe(0o600);
      expect(await open(['keys', 'export', 'first', '--form', 'text', '--out', out])).toMatchObject({
        code: 1,
        stderr: expect.stringContaining('was not replaced'),
      });

      expect(await open(['keys', 'remove', 'first'])).toMatchObject({ code: 2 });
      const removed = await open(['keys', 'remove', 'first', '--yes', '--json']);
      expect(removed.stderr).toContain('office / sm4Key (former)');
      expect(documentOf(removed)).toMatchObject({ removed: { id: key['id'] } });
      const gone = await open(['inspect', message, '--environment', 'office', '--json']);
      expect(gone.code).toBe(1);
    }));

  it('gives public halves in the form asked for, and reads them back as the same key', () =>
    atDesk(async ({ run, open }) => {
      await run(['environments', 'add', 'office', '--platform', 'ldt6008', '--url', 'http://127.0.0.1:1/']);
      const place = ['--environment', 'office', '--slot', 'callerPrivateKey'];
      const made = documentOf(await open(['keys', 'generate', 'sm2', ...place, '--pair', '--json']));
      const id = String(made['id']);
      const { stdout: pem } = await open(['keys', 'show', id, '--form', 'spki-pem']);
      expect(pem).toContain('-----BEGIN PUBLIC KEY-----');
      const again = documentOf(await open(['keys', 'add', '-', '--json'], pem));
      expect(again).toMatchObject({ algorithm: 'sm2Public', fingerprint: made['fingerprint'] });
      // Both halves have this fingerprint.
      expect(await open(['keys', 'show', String(made['fingerprint'])])).toMatchObject({
        code: 1,
        stderr: expect.stringContaining('Use the id'),
      });
    }));

  it('goes to no address that its environment is not bound to, until it is allowed', () =>
    atDesk(async (desk) => {
      const { open } = desk;
      await furnish(desk);
      const elsewhere = ['send', '--environment', 'office', '--interface', 'cardStatus', '--url', 'http://localhost:1'];
      const refused = await open([...elsewhere, '--json']);
      expect(refused).toMatchObject({
        code: 1,
        stderr: expect.stringContaining('hufu environments allow "office" http://localhost:1'),
      });
      expect(documentOf(refused)).toMatchObject({ error: { code: 'key.otherOrigin' } });
      await open(['environments', 'allow', 'office', 'http://localhost:1/path']);
      const unreachable = await open([...elsewhere, '--json']);
      expect(documentOf(unreachable)).toMatchObject({ verdict: 'failed', url: 'http://localhost:1' });
      await open(['environments', 'disallow', 'office', 'http://localhost:1']);
      expect(documentOf(await open([...elsewhere, '--json']))).toMatchObject({ error: { code: 'key.otherOrigin' } });
    }));
});

describe('what is refused', () => {
  it('says why, in one sentence and one document', () =>
    atDesk(async (desk) => {
      const { run, open, file } = desk;
      await furnish(desk);
      const wrong = file('wrong', 'another passphrase');
      const privateKey = file('private.txt', '11'.repeat(32));
      const list = ['keys', 'list', '--passphrase-file'];
      const cases: readonly (readonly [Promise<Finished>, number, string])[] = [
        [run([...list, wrong, '--json']), 1, 'vault.wrongPassphrase'],
        [run([...list, join(desk.folder, 'none'), '--json']), 2, 'secret.unreadable'],
        [run(['keys', 'show', 'first', '--json']), 2, 'passphrase.needed'],
        [run(['preview', '--environment', 'office', '--json']), 2, 'passphrase.needed'],
        [open(['keys', 'add', '-', ...slot, '--json'], secondKey), 1, 'key.slotFilled'],
        [
          open(['keys', 'add', privateKey, '--environment', 'office', '--slot', 'providerPublicKey', '--json']),
          1,
          'key.privateGivenAsPublic',
        ],
        [open(['keys', 'add', '-', '--slot', 'sm4Key', '--json'], secondKey), 2, 'key.place'],
        [open(['keys', 'add', '22'.repeat(32), '--json']), 2, 'secret.onCommandLine'],
        [open(['keys', 'add', `--key=${secondKey}`, '--json']), 2, 'secret.onCommandLine'],
        [run(['keys', 'list', '--passphrase', passphrase, '--json']), 2, 'secret.onCommandLine'],
        [run(['keys', 'add', '-', '--passphrase-fd', '0', '--json'], secondKey), 2, 'secret.sameDescriptor'],
        [open(['keys', 'generate', 'rsa', '--json']), 2, 'key.unknownKind'],
        [open(['keys', 'show', 'nobody', '--json']), 1, 'key.unknown'],
        [open(['keys', 'list', '--environment', 'nowhere', '--json']), 1, 'environment.unknown'],
        [open(['vault', 'create', '--json']), 1, 'vault.exists'],
        [run(['preview', '--json']), 2, 'option.platform'],
        [run(['send', '--platform', 'ldt6008', '--json']), 2, 'option.url'],
      ];
      for (const [finished, code, errorCode] of cases) {
        const done = await finished;
        expect(done.code, errorCode).toBe(code);
        expect(documentOf(done)).toMatchObject({ error: { code: errorCode } });
        expectNoSecrets(done);
        expect(done.stderr).not.toContain('22'.repeat(32));
      }
      const filled = await open(['keys', 'add', '-', ...slot], secondKey);
      expect(filled.stderr).toContain('hufu keys rotate');
    }));

  it('changes the passphrase: the former one opens nothing', () =>
    atDesk(async (desk) => {
      const { open, run, file } = desk;
      await furnish(desk);
      const next = file('next', 'battery staple');
      const changed = await open(['vault', 'passphrase', '--new-passphrase-file', next, '--json']);
      expect(documentOf(changed)).toEqual({ changed: true });
      expect(await open(['keys', 'list'])).toMatchObject({ code: 1 });
      expect(await run(['keys', 'list', '--passphrase-file', next])).toMatchObject({ code: 0 });
    }));
});

describe('two shells, one vault', () => {
  /** The API of a running workbench, as its page calls it. */
  function client(ready: Running['ready']) {
    const url = new URL(String(ready['url']));
    const token = new URLSearchParams(url.hash.slice(1)).get('token') ?? '';
    return async (procedure: string, input?: unknown): Promise<unknown> => {
      const response = await fetch(`${url.origin}/api/${procedure}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
        ...(input !== undefined && { body: JSON.stringify(input) }),
      });
      const answer = (await response.json()) as { result?: { data?: unknown }; error?: unknown };
      expect(answer.error).toBeUndefined();
      return answer.result?.data;
    };
  }

  it('a vault of the command line opens in the workbench, and what the workbench adds is there afterwards', () =>
    atDesk(async (desk) => {
      const key = await furnish(desk);
      const workbench = await startHufu(['start', '--json', '--state', join(desk.folder, 'state')]);
      try {
        const call = client(workbench.ready);
        await call('vault.unlock', { passphrase });
        expect(await call('keys.ring')).toMatchObject({ keys: [{ id: key['id'], label: 'first' }] });
        const place = { environment: 'office', slot: 'secret' };
        const fromPage = { label: 'page', place, fillPair: false, rotate: false };
        await call('keys.generate', { kind: 'secret', ...fromPage });
        // Both at once: neither loses what the other wrote.
        await Promise.all([
          call('keys.generate', { kind: 'sm2', label: 'pair', fillPair: false, rotate: false }),
          desk.open(['keys', 'generate', 'sm4Hex', '--label', 'terminal']),
        ]);
        expect(await call('keys.ring')).toMatchObject({ keys: { length: 4 } });
      } finally {
        await workbench.stop();
      }
      const { keys } = documentOf(await desk.open(['keys', 'list', '--json'])) as { keys: readonly Document[] };
      expect(new Set(keys.map(({ label }) => label))).toEqual(new Set(['first', 'page', 'pair', 'terminal']));
    }));

  it('a vault of the workbench opens on the command line', () =>
    atDesk(async (desk) => {
      const workbench = await startHufu(['start', '--json', '--state', join(desk.folder, 'state')]);
      try {
        const call = client(workbench.ready);
        await call('vault.create', { passphrase });
        await call('keys.add', { input: { text: firstKey }, index: 0, label: 'page', fillPair: false, rotate: false });
      } finally {
        await workbench.stop();
      }
      const listed = await desk.open(['keys', 'list', '--json']);
      expect(documentOf(listed)).toMatchObject({ keys: [{ label: 'page', algorithm: 'sm4' }] });
      expectNoSecrets(listed);
    }));
});
