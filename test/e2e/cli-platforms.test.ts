import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startHufu, type Finished, type Running } from './support/hufu.ts';
import { createSandbox, type Sandbox } from './support/sandbox.ts';

const secrets = { appSecret: 'se"cr et-application', password: 'pass-word-of-somebody' };
const keys = Object.entries(secrets).flatMap(([slot, text]) => ['--key', `${slot}=${text}`]);

let sandbox: Sandbox;
let workspace: string;
let simulator: Running;

const run = (...args: readonly string[]): Promise<Finished> => sandbox.run(args);
const inPlace = () => ['--workspace', workspace, '--env', 'bj', ...keys];

beforeAll(async () => {
  sandbox = createSandbox();
  workspace = join(sandbox.outside, 'workspace');
  simulator = await startHufu(['simulate', 'db11t2290', ...keys]);
  await run('init', workspace, '--sample');
  const values = ['app_key=demo-app', 'account=demo-user', 'item=100001BJ0001'].flatMap((value) => ['--set', value]);
  const address = ['--url', String(simulator.ready['url'])];
  await run('environments', 'add', 'bj', '--platform', 'db11t2290', ...address, ...values, '--workspace', workspace);
});

afterAll(async () => {
  await simulator.stop();
  sandbox.remove();
});

describe('a platform with sessions on the command line', () => {
  it('logs in, and runs a flow to its end with one login', async () => {
    const done = await run('run', '北京电子证照/流程-制证到废止', ...inPlace(), '--json');
    const { steps } = JSON.parse(done.stdout) as { steps: { state: string; verdict: string }[] };
    expect(steps.map(({ state, verdict }) => [state, verdict])).toEqual(steps.map(() => ['done', 'success']));
    expect([steps.length, done.code]).toEqual([4, 0]);
    const listed = await run('history', 'list', '--json');
    const { entries } = JSON.parse(listed.stdout) as { entries: { interface: string }[] };
    expect(entries.map((entry) => entry.interface).toReversed()).toEqual([
      'login',
      'create',
      'sign',
      'change',
      'abolish',
    ]);
  });

  it('stops at the first request that is refused, and ends with 1', async () => {
    const done = await run(
      'run',
      '北京电子证照/流程-制证到废止',
      ...inPlace(),
      '--set',
      'item=unknown',
      '--lang',
      'zh',
    );
    expect(done.code).toBe(1);
    expect(done.stdout).toContain('FAILURE');
    expect(done.stdout.trim().split('\n')).toHaveLength(1);
  });

  it('refuses a folder that is none', async () => {
    expect(await run('run', 'nowhere', ...inPlace())).toMatchObject({ code: 2 });
  });

  it('prints and keeps neither secrets nor tokens', async () => {
    const outputs = [
      await run('send', 'sample/db11t2290/other/login', ...inPlace(), '--json'),
      await run('send', 'sample/db11t2290/other/login', ...inPlace()),
      await run('send', 'sample/db11t2290/other/currentUser', ...inPlace(), '--json'),
      await run('preview', 'sample/db11t2290/other/login', ...inPlace(), '--json'),
      await run('preview', 'sample/db11t2290/other/currentUser', ...inPlace()),
      await run('history', 'show', 'last', '--json'),
      await run('history', 'show', 'last', '--wire', 'request'),
    ];
    const said = outputs.map(({ stdout, stderr }) => stdout + stderr).join('\n');
    expect(said).toContain('‹access_token›');
    for (const part of ['application', secrets.password]) expect(said).not.toContain(`cr et-${part}`);
    expect(said).not.toContain(secrets.password);
    expect(said).not.toMatch(/access_token[\\":=]+[\da-f]{32}/);
    const kept = readdirSync(sandbox.state).filter((name) => name.startsWith('history.db'));
    expect(kept.length).toBeGreaterThan(0);
    for (const name of kept) {
      const path = join(sandbox.state, name);
      if (existsSync(path)) expect(readFileSync(path).includes(secrets.password)).toBe(false);
    }
  });
});
