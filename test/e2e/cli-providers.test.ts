import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startHufu, type Finished } from './support/hufu.ts';
import { createSandbox, type Sandbox } from './support/sandbox.ts';

let sandbox: Sandbox;
let workspace: string;

const run = (...args: readonly string[]): Promise<Finished> => sandbox.run([...args, '--workspace', workspace]);
const fileOf = (id: string): string => join(workspace, 'providers', `${id}.yaml`);

beforeEach(async () => {
  sandbox = createSandbox();
  workspace = join(sandbox.outside, 'workspace');
  await sandbox.run(['init', workspace]);
});
afterEach(() => sandbox.remove());

it('makes a platform that is in order, is called and simulated like the built-in ones', async () => {
  expect((await run('provider', 'new', 'mine', '--title', '我的平台')).code).toBe(0);
  const checked = await run('provider', 'check', '--json');
  expect(JSON.parse(checked.stdout)).toMatchObject({
    platforms: [{ id: 'mine', problems: [], samples: [{ interface: 'query', inOrder: true, status: '0' }] }],
  });
  const simulator = await startHufu(['simulate', 'mine', '--workspace', workspace]);
  try {
    const body = join(sandbox.outside, 'body.json');
    writeFileSync(body, '{"name":"示例"}');
    const url = String(simulator.ready['url']);
    const sent = await run(
      'send',
      '--env',
      'simulator-mine',
      '--interface',
      'query',
      '--body',
      body,
      '--url',
      url,
      '--json',
    );
    expect(JSON.parse(sent.stdout)).toMatchObject({ status: { code: '0' } });
    expect(sent.code).toBe(0);
    const listed = await sandbox.run(['history', 'list', '--json']);
    expect(JSON.parse(listed.stdout)).toMatchObject({ entries: [{ platform: 'mine', verdict: 'success' }] });
  } finally {
    await simulator.stop();
  }
});

it('keeps of a corrected platform what differs, and both sides follow it', async () => {
  await run('provider', 'new', 'sichuan', '--based-on', 'ldt6008');
  const text = `${readFileSync(fileOf('sichuan'), 'utf8')}changes:\n  header:\n    serviceAreaCode:\n      rule: { rule: constant, value: 510000 }\n`;
  writeFileSync(fileOf('sichuan'), text);
  const shown = await run('provider', 'show', 'sichuan', '--json');
  const { header } = JSON.parse(shown.stdout) as { header: { name: string; rule: object }[] };
  expect(header.find(({ name }) => name === 'serviceAreaCode')?.rule).toEqual({ rule: 'constant', value: '510000' });
  expect((await run('provider', 'check', 'sichuan')).code).toBe(0);
});

it('names the place and the reason of what is wrong, in a file that lies anywhere too', async () => {
  const path = join(sandbox.outside, 'other.yaml');
  writeFileSync(
    path,
    'format: 1\ntitle: x\nbasedOn: ldt6008\nchanges:\n  steps:\n    request:\n      outward:\n        - { kind: sign.magic, title: x }\n',
  );
  const done = await run('provider', 'check', path, '--lang', 'zh');
  expect(done.code).toBe(1);
  expect(done.stdout).toContain('steps.request.outward.0.kind');
  expect(done.stdout).toContain('没有步骤“sign.magic”');
  writeFileSync(path, 'format: 1\ntitle: [\n');
  const broken = await run('provider', 'check', path, '--lang', 'en');
  expect(broken.code).toBe(1);
  expect(broken.stdout).toMatch(/other\.yaml:\d+:\d+: .*bracket/);
});

it('refuses an id that is taken or leads elsewhere, and a platform that is not there', async () => {
  await run('provider', 'new', 'mine');
  for (const id of ['mine', 'ldt6008', '../mine', 'Mine']) {
    expect((await run('provider', 'new', id)).code).toBe(2);
  }
  expect((await run('provider', 'new', 'other', '--based-on', 'nobody')).code).toBe(2);
  expect((await run('provider', 'check', 'nobody')).code).toBe(2);
});
