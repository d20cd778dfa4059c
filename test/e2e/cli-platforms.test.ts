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
    const [refused, reason, ...others] = done.stdout.trim().split('\n');
    expect(refused).toContain('FAILURE');
    expect(reason).toContain('不存在');
    expect(others.length).toBeGreaterThan(0);
    for (const line of others) expect(line).toContain('没有运行');
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

describe('hufu simulate without keys', () => {
  it.each([
    ['ldt6008', 'simulator', '业务协同平台/对象'],
    ['ldt6002', 'simulator-ldt6002', '人社政务服务平台/流程-令牌查询操作'],
    ['db51t2942', 'simulator-db51t2942', '四川电子证照/流程-检索到下载'],
    ['db11t2290', 'simulator-db11t2290', '北京电子证照/流程-查验用证'],
    ['db32t3761', 'simulator-db32t3761', '苏康码/流程-亮码与核验'],
  ])('has the sample keys of %s, as its sample environment has', async (platform, environment, folder) => {
    const own = await startHufu(['simulate', platform]);
    try {
      const place = ['--workspace', workspace, '--env', environment, '--url', String(own.ready['url'])];
      const done = await run('run', folder, ...place, '--json');
      expect([done.stderr, done.code]).toEqual(['', 0]);
    } finally {
      await own.stop();
    }
  });

  it('sends what is made with sample keys to this machine only', async () => {
    const call = ['--env', 'simulator', '--interface', 'cardStatus', '--url', 'http://api.invalid/'];
    const refused = await run('send', ...call, '--json');
    expect([refused.code, JSON.parse(refused.stdout)]).toMatchObject([1, { error: { code: 'key.sampleOnly' } }]);
    const sent = await run('send', ...call, '--key', 'sm4Key=6543210987654321', '--json');
    expect(JSON.parse(sent.stdout)).toMatchObject({ error: { code: expect.stringMatching(/^transport\./) } });
  });
});

describe('a platform whose interface says how a message is written', () => {
  it.each(['ldt6002', 'db51t2942', 'db11t2290', 'db32t3761'])('asks for the interface: %s', async (platform) => {
    for (const args of [['preview'], ['send', '--url', 'http://127.0.0.1:1/'], ['inspect', '-']]) {
      const refused = await run(...args, '--platform', platform, '--json');
      expect([refused.code, JSON.parse(refused.stdout)]).toMatchObject([2, { error: { code: 'option.interface' } }]);
    }
  });

  it('reads a captured answer of one', async () => {
    const answer = '{"ack_code":"FAILURE","response_id":"1","timestamp":"2026-11-24 02:49:34"}';
    const args = ['--platform', 'db11t2290', '--interface', 'licenseItems', '--as', 'response', '--json'];
    const read = await sandbox.run(['inspect', '-', ...args], answer);
    expect(JSON.parse(read.stdout)).toMatchObject({ kind: 'response', body: { plaintext: answer } });
  });
});
