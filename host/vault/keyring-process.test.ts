import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type BuildOptions } from 'esbuild';
import { afterAll, expect, test } from 'vitest';
import { keyringInProcess } from './ask-keyring.ts';
import { createKeyringRememberStore } from './keyring-remember-store.ts';

const project = fileURLToPath(new URL('../../', import.meta.url));
const service = 'Hufu test';
const dataKey = Uint8Array.from({ length: 32 }, (_, index) => index);
const limits = { probe: 20_000, use: 20_000 };

// Inside the project, so that the process finds the binding.
mkdirSync(join(project, '.cache'), { recursive: true });
const directory = mkdtempSync(join(project, '.cache', 'keyring-'));
const built = await buildProcess('real', { external: ['@napi-rs/keyring'] });

async function buildProcess(name: string, binding: Pick<BuildOptions, 'alias' | 'external'>): Promise<string> {
  const outfile = join(directory, `${name}.mjs`);
  const entry = join(project, 'host', 'vault', 'keyring-process.ts');
  await build({ ...binding, entryPoints: [entry], outfile, bundle: true, platform: 'node', format: 'esm' });
  return outfile;
}
afterAll(() => rmSync(directory, { recursive: true }));

const real = createKeyringRememberStore({ ask: keyringInProcess(built), limits, service });
const here = await real.availability();
if (!here.available) process.stderr.write(`Keyring test skipped: ${here.reason.en}\n`);

test.skipIf(!here.available)('the keyring of this machine keeps, gives back and forgets', async () => {
  const id = `test-${process.pid}`;
  try {
    expect(await real.load(id)).toBeUndefined();
    await real.save(id, dataKey);
    const another = createKeyringRememberStore({ ask: keyringInProcess(built), limits, service });
    expect(await another.load(id)).toEqual(dataKey);
    expect(await real.load(`${id}-other`)).toBeUndefined();
  } finally {
    await real.forget(id);
  }
  expect(await real.load(id)).toBeUndefined();
});

const probe = { operation: 'probe', service } as const;

/** A binding that refuses every store but the Secret Service and writes down what it is asked. */
const recording = (log: string, setPassword: string) => `
  import { appendFileSync } from 'node:fs';
  export class AsyncEntry {
    constructor(service, account, options) {
      if (options?.linux?.store !== 'secret-service') throw new Error('falls back to the keyring of the kernel');
      this.account = account;
    }
    async setPassword(value) { this.value = value; appendFileSync(${JSON.stringify(log)}, 'set ' + this.account + '\\n'); ${setPassword} }
    async getPassword() { return this.value ?? null; }
    async deletePassword() { appendFileSync(${JSON.stringify(log)}, 'delete ' + this.account + '\\n'); return true; }
  }`;

test.each([
  ['keeps', '', { done: true }],
  ['loses', 'this.value = undefined', { done: false, failure: 'store' }],
  ['refuses', 'throw new Error(value)', { done: false, failure: 'store' }],
])('the probe of a store that %s insists on the Secret Service and leaves nothing', async (name, then, answer) => {
  const log = join(directory, `${name}.log`);
  const stub = join(directory, `${name}-binding.mjs`);
  writeFileSync(stub, recording(log, then));
  const path = await buildProcess(name, { alias: { '@napi-rs/keyring': stub } });
  expect(await keyringInProcess(path)(probe, { milliseconds: 20_000 })).toEqual(answer);
  const [set, removed, ...more] = readFileSync(log, 'utf8').trim().split('\n');
  expect(set).toMatch(/^set probe-/);
  expect(removed).toBe(set?.replace('set', 'delete'));
  expect(more).toEqual([]);
});

test('a binding that cannot be loaded is a failure and not a crash', async () => {
  const path = await buildProcess('absent', {
    alias: { '@napi-rs/keyring': join(directory, 'absent-binding.mjs') },
    external: ['*-binding.mjs'],
  });
  expect(await keyringInProcess(path)(probe, { milliseconds: 20_000 })).toEqual({ done: false, failure: 'binding' });
});

test('a process that is not built, or that dies or babbles, is a failure and not a crash', async () => {
  expect(await keyringInProcess(join(directory, 'none.mjs'))(probe, { milliseconds: 20_000 })).toEqual({
    done: false,
    failure: 'binding',
  });
  for (const [name, code] of [
    ['dies', 'process.abort()'],
    ['babbles', 'console.log("{}")'],
  ] as const) {
    const path = join(directory, `${name}.mjs`);
    writeFileSync(path, code);
    expect(await keyringInProcess(path)(probe, { milliseconds: 20_000 })).toEqual({ done: false, failure: 'broken' });
  }
});

/** On Linux the binding calls D-Bus where it is constructed, and waits for ever for a bus that accepts and is silent. */
test.skipIf(process.platform !== 'linux')('a bus that never answers is late and stops nobody', async () => {
  const path = join(directory, 'bus');
  const server = createServer(() => undefined).listen(path);
  const before = process.env['DBUS_SESSION_BUS_ADDRESS'];
  process.env['DBUS_SESSION_BUS_ADDRESS'] = `unix:path=${path}`;
  try {
    expect(await keyringInProcess(built)(probe, { milliseconds: 1_000 })).toEqual({ done: false, failure: 'late' });
  } finally {
    if (before === undefined) delete process.env['DBUS_SESSION_BUS_ADDRESS'];
    else process.env['DBUS_SESSION_BUS_ADDRESS'] = before;
    server.close();
  }
});
