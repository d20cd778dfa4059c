import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startHufu, type Finished, type Running } from './support/hufu.ts';
import { createSandbox, type Sandbox } from './support/sandbox.ts';

const key = ['--key', 'sm4Key=1234567890123456'];
const name = '张三';
const number = '11010519491231002X';

let sandbox: Sandbox;
let workspace: string;
let simulator: Running;

beforeAll(async () => {
  sandbox = createSandbox();
  workspace = join(sandbox.outside, '工作区');
  simulator = await startHufu(['simulate', 'ldt6008', ...key]);
});

afterAll(async () => {
  await simulator.stop();
  sandbox.remove();
});

function json(finished: Finished): Record<string, unknown> {
  expect(finished.stderr).not.toContain('    at ');
  return JSON.parse(finished.stdout) as Record<string, unknown>;
}

const run = (...args: readonly string[]) => sandbox.run(args);
const requestFile = () => join(workspace, 'collections', '查询', '状态.yaml');

describe('hufu with a workspace', () => {
  it('makes one, and makes none where one is', async () => {
    expect(json(await run('init', workspace, '--title', '省厅', '--json'))).toEqual({ folder: workspace });
    const again = await run('init', workspace, '--json');
    expect(again.code).toBe(2);
    expect(json(again)).toMatchObject({ error: { code: 'workspace.exists' } });
    expect(readFileSync(join(workspace, 'hufu.yaml'), 'utf8')).toBe('format: 1\ntitle: 省厅\n');
  });

  it('sends a request that was written by hand, with its variables, in an environment of the workspace', async () => {
    mkdirSync(join(workspace, 'collections', '查询'));
    writeFileSync(join(workspace, 'collections', '查询', 'folder.yaml'), `format: 1\nvariables:\n  号码: ${number}\n`);
    writeFileSync(
      requestFile(),
      [
        'format: 1',
        'title: 状态',
        'platform: ldt6008',
        'interface: cardStatus',
        'environment: 测试',
        'body: |',
        '  {"aac003": "{{姓名}}", "aac002": "{{号码}}"}',
        '',
      ].join('\n'),
    );
    const { url } = simulator.ready;
    const added = await run(
      'environments',
      'add',
      '测试',
      '--platform',
      'ldt6008',
      '--url',
      String(url),
      '--set',
      'appCode=B100000KJGK',
      '--workspace',
      workspace,
    );
    expect(added.stdout.trim()).toBe('测试');
    expect(readFileSync(join(workspace, 'environments', '测试.yaml'), 'utf8')).toContain('appCode: B100000KJGK');

    const unknown = await run('send', requestFile(), ...key, '--json');
    expect(unknown.code).toBe(1);
    expect(json(unknown)).toMatchObject({ error: { code: 'variable.unknown', position: { line: 1, column: 13 } } });

    const sent = await run('send', requestFile(), ...key, '--variable', `姓名=${name}`, '--json');
    expect(sent.code).toBe(0);
    expect(json(sent)).toMatchObject({ verdict: 'success', answer: { data: { aac003: name } } });
    const preview = json(await run('preview', requestFile(), ...key, '--variable', '姓名=x', '--json'));
    expect(preview).toMatchObject({ plaintext: `{"aac003":"x","aac002":"${number}"}` });
  });

  it('changes an environment and leaves the rest of its file alone', async () => {
    const path = join(workspace, 'environments', '测试.yaml');
    writeFileSync(path, `# 由王工维护\n${readFileSync(path, 'utf8')}`);
    const set = ['environments', 'set', '测试', '--workspace', workspace];
    await run(...set, '--variable', '姓名=李四', '--timeout', '12', '--no-keep-bodies', '--unverified', 'a.test:8443');
    expect(readFileSync(path, 'utf8')).toBe(
      [
        '# 由王工维护',
        'format: 1',
        'platform: ldt6008',
        'title: 测试',
        `url: ${String(simulator.ready['url'])}`,
        'values:',
        '  appCode: B100000KJGK',
        'variables:',
        '  姓名: 李四',
        'transport:',
        '  timeoutSeconds: 12',
        '  unverifiedHosts:',
        '    - a.test:8443',
        'keepsBodies: false',
        '',
      ].join('\n'),
    );
    expect((await run(...set, '--proxy', 'http://user:geheim@proxy.test:1')).stderr).not.toContain('geheim');
    expect((await run(...set, '--set', 'appCode=short')).stderr).toContain('appCode');
    expect((await run(...set, '--timeout', 'abc')).stderr).toContain('0.1');
    await run(...set, '--set', 'appCode=B100000KJGK', '--keep-bodies', '--unset', '姓名');
    // In front of the name it takes nothing but its own value.
    expect(await run('environments', 'set', '--unset', 'nothing', ...set.slice(2))).toMatchObject({ code: 0 });
    const removal = await run('environments', 'remove', ...set.slice(2));
    expect(removal).toMatchObject({ code: 2 });
    expect(removal.stderr).toContain('--yes');
    expect(json(await run('environments', 'show', '测试', '--workspace', workspace, '--json'))).toMatchObject({
      keepsBodies: true,
      variables: {},
    });
  });

  it('says where a broken request file is wrong', async () => {
    const broken = join(workspace, 'collections', 'broken.yaml');
    writeFileSync(broken, 'format: 1\nplatform: "ldt6008\n');
    const finished = await run('send', broken, ...key, '--json');
    expect(finished.code).toBe(2);
    expect(json(finished)).toMatchObject({ error: { code: 'request.broken', position: { line: 3, column: 1 } } });
    writeFileSync(broken, 'format: 7\nplatform: ldt6008\n');
    expect(json(await run('send', broken, ...key, '--json'))).toMatchObject({
      error: { code: 'workspace.newerFormat' },
    });
    const nowhere = await run('send', '没有这个', ...key, '--workspace', workspace);
    expect(nowhere.code).toBe(2);
  });
});

describe('hufu history', () => {
  const entries = async (...args: readonly string[]) =>
    json(await run('history', ...args, '--json'))['entries'] as readonly {
      readonly id: string;
      readonly title: { readonly zh: string };
    }[];

  it('lists and finds what was sent, by two characters of the plaintext too', async () => {
    const [entry] = await entries('list');
    expect(entry?.title.zh).toBe('状态');
    expect(await entries('search', '张三')).toHaveLength(1);
    expect(await entries('search', '查无此人')).toHaveLength(0);
    expect(await entries('list', '--status', '30')).toHaveLength(0);
    expect(await entries('list', '--since', '1h', '--env', '测试')).toHaveLength(1);
    expect((await run('history', 'list', '--since', 'soon')).code).toBe(2);
  });

  it('shows a call whole, and its message to the byte', async () => {
    const shown = json(await run('history', 'show', 'last', '--json'));
    expect(shown).toMatchObject({ verdict: 'success', status: { code: '00' } });
    const { stdout } = await run('history', 'show', 'last', '--wire', 'request');
    expect(JSON.parse(stdout)).toMatchObject({ header: { appCode: 'B100000KJGK' } });
    expect((await run('history', 'show', 'ffffffffff')).code).toBe(2);
    expect((await run('history', 'show', 'ff')).code).toBe(2);
  });

  it('says what differs between two calls', async () => {
    await run('send', requestFile(), ...key, '--variable', '姓名=李四', '--convention', 'timeSigned=serviceReqTime');
    const [newer, older] = await entries('list');
    const { summary } = json(await run('history', 'compare', older?.id ?? '', newer?.id ?? '', '--json')) as {
      summary: string[];
    };
    expect(summary.join('\n')).toContain('only the right signs serviceReqTime');
  });

  it('exports masked, and whole when asked; another machine takes it in once', async () => {
    const file = join(sandbox.outside, 'history.jsonl');
    await run('history', 'export', '--out', file);
    const masked = readFileSync(file, 'utf8');
    for (const personal of [name, number]) expect(masked).not.toContain(personal);
    expect((await run('history', 'export', '--out', file)).code).toBe(2);
    await run('history', 'export', '--out', file, '--whole', '--force');
    expect(readFileSync(file, 'utf8')).toContain(number);
    const other = ['--state', join(sandbox.outside, 'other')];
    expect(json(await run('history', 'import', file, '--json', ...other))).toMatchObject({ added: 2, known: 0 });
    expect(json(await run('history', 'import', file, '--json', ...other))).toMatchObject({ added: 0, known: 2 });
    expect((await run('history', 'import', requestFile(), ...other)).code).toBe(2);
  });

  it('exports every call, however many a list shows', async () => {
    const [header, call] = readFileSync(join(sandbox.outside, 'history.jsonl'), 'utf8').split('\n');
    const [entry] = (await entries('list')).filter(({ id }) => call?.includes(id));
    const many = Array.from({ length: 60 }, () => call?.replaceAll(entry?.id ?? '', randomUUID()));
    const file = join(sandbox.outside, 'many.jsonl');
    writeFileSync(file, [header, ...many, ''].join('\n'));
    const other = ['--state', join(sandbox.outside, 'many')];
    expect(json(await run('history', 'import', file, '--json', ...other))).toMatchObject({ added: 60 });
    expect(await entries('list', ...other)).toHaveLength(50);
    const all = json(await run('history', 'export', '--out', `${file}.all`, '--json', ...other));
    expect(all).toMatchObject({ calls: 60 });
    const some = json(await run('history', 'export', '--out', `${file}.3`, '--limit', '3', '--json', ...other));
    expect(some).toMatchObject({ calls: 3 });
  });

  it('pins, tags and removes; leaves a call out when asked', async () => {
    const before = (await entries('list')).length;
    await run('history', 'mark', 'last', '--pin', '--tag', '证据', '--note', '给省厅看');
    expect(await entries('list', '--pinned', '--tag', '证据')).toHaveLength(1);
    await run('send', requestFile(), ...key, '--variable', '姓名=李四', '--no-history');
    expect(await entries('list')).toHaveLength(before);
    // An option in front of the id takes nothing but its own value.
    await run('history', 'mark', '--tag', '甲', '--tag', '乙', 'last');
    expect(await entries('list', '--tag', '乙')).toHaveLength(1);
    await run('history', 'remove', 'last');
    expect(await entries('list')).toHaveLength(before - 1);
  });

  it('refuses an export that is not what was meant, and writes nothing', async () => {
    const out = join(sandbox.outside, 'kept.jsonl');
    writeFileSync(out, 'mine');
    const both = await run('history', 'export', 'last', '--status', '00', '--out', out, '--force');
    expect(both).toMatchObject({ code: 2 });
    const nothing = await run('history', 'export', '--status', '77', '--out', out, '--force');
    expect(nothing).toMatchObject({ code: 2 });
    expect(readFileSync(out, 'utf8')).toBe('mine');
  });

  it('keeps no body where the environment says so', async () => {
    await run('environments', 'set', '测试', '--no-keep-bodies', '--workspace', workspace);
    const secret = '王翠花四十二';
    await run('send', requestFile(), ...key, '--variable', `姓名=${secret}`);
    expect(await entries('search', secret)).toHaveLength(0);
    const shown = await run('history', 'show', 'last', '--json');
    expect(shown.stdout).not.toContain(secret);
    expect(json(shown)).toMatchObject({ bodiesKept: false, verdict: 'success' });
    expect((await run('history', 'show', 'last', '--wire', 'request')).code).toBe(1);
  });
});

describe('hufu history resend', () => {
  const list = async () =>
    json(await run('history', 'list', '--json'))['entries'] as readonly { readonly id: string }[];

  it('sends the same bytes again, which the simulator knows, and a new message when asked', async () => {
    const address = ['--url', String(simulator.ready['url'])];
    const identity = ['--platform', 'ldt6008', '--interface', 'cardStatus', '--set', 'appCode=B100000KJGK'];
    const body = join(sandbox.outside, 'body.json');
    writeFileSync(body, JSON.stringify({ aac003: name, aac002: number }));
    const sent = json(await run('send', ...identity, ...address, ...key, '--body', body, '--json'));
    const first = String(sent['id']);
    const wire = (await run('history', 'show', first, '--wire', 'request')).stdout;

    const exact = await run('history', 'resend', first, ...key, '--json');
    expect([exact.code, json(exact)]).toMatchObject([1, { verdict: 'refused', status: { code: '30' } }]);
    const [newest] = await list();
    expect((await run('history', 'show', newest?.id ?? '', '--wire', 'request')).stdout).toBe(wire);
    expect(json(await run('history', 'show', newest?.id ?? '', '--json'))).toMatchObject({ repeats: first });

    const anew = await run('history', 'resend', first, '--sign-again', ...key, '--json');
    expect([anew.code, json(anew)]).toMatchObject([0, { verdict: 'success', status: { code: '00' } }]);
    expect((await run('history', 'show', 'last', '--wire', 'request')).stdout).not.toBe(wire);
    expect(json(await run('history', 'show', 'last', '--json'))).not.toHaveProperty('repeats');
  });

  it('shows one pane of a call', async () => {
    const part = async (pane: string, ...more: readonly string[]) =>
      (await run('history', 'show', 'last', '--part', pane, ...more)).stdout;
    expect(JSON.parse(await part('request-plain'))).toEqual({ aac003: name, aac002: number });
    expect(await part('request-signed')).toMatch(/^appCode=B100000KJGK&/);
    expect(JSON.parse(await part('request-encrypted'))).toHaveProperty('header');
    expect(await part('response-encrypted')).not.toContain(name);
    expect(await part('response-verified')).toContain('commStatus: 00');
    expect(await part('response-decrypted')).toContain('"aaz502"');
    expect(JSON.parse(await part('response-decrypted', '--json'))).toMatchObject({ part: 'response-decrypted' });
  });

  it('says what it cannot send again or show', async () => {
    const refused = await run('send', '--platform', 'ldt6008', ...key, '--url', 'http://127.0.0.1:1/', '--json');
    expect(json(refused)).toMatchObject({ verdict: 'failed' });
    const absent = await run('history', 'show', 'last', '--part', 'response-decrypted', '--json');
    expect([absent.code, json(absent)]).toMatchObject([2, { error: { code: 'history.noPart' } }]);
    expect((await run('history', 'show', 'last', '--part', 'nothing')).code).toBe(2);
    expect((await run('history', 'resend', 'ffffffff')).code).toBe(2);
    const file = join(sandbox.outside, 'masked.jsonl');
    await run('history', 'export', '--out', file, 'last');
    const other = ['--state', join(sandbox.outside, 'masked')];
    await run('history', 'import', file, ...other);
    for (const args of [
      ['resend', 'last', ...key],
      ['resend', 'last', '--sign-again', ...key],
      ['show', 'last', '--part', 'request-plain'],
    ]) {
      const kept = await run('history', ...args, '--json', ...other);
      expect([args, json(kept)]).toMatchObject([args, { error: { code: 'history.bodiesNotKept' } }]);
    }
  });
});
