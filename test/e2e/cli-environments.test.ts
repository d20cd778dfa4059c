import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTestCertificate } from '../../host/transport/make-test-certificate.ts';
import type { Finished } from './support/hufu.ts';
import { createSandbox, type Sandbox } from './support/sandbox.ts';

/** Nothing answers at port 1: what is said before a connection is what counts here. */
const address = 'https://127.0.0.1:1/';
const secret = '1234567890123456';
const call = ['--environment', '省厅', '--interface', 'cardStatus', '--key', `sm4Key=${secret}`];

let sandbox: Sandbox;

const run = (...args: readonly string[]): Promise<Finished> => sandbox.run(args);
const set = (...args: readonly string[]): Promise<Finished> => run('environments', 'set', '省厅', ...args);

function file(name: string, content: string): string {
  const path = join(sandbox.outside, name);
  writeFileSync(path, content);
  return path;
}

beforeAll(async () => {
  sandbox = createSandbox();
  await run('environments', 'add', '省厅', '--platform', 'ldt6008', '--url', address, '--set', 'appCode=B100000KJGK');
});
afterAll(() => sandbox.remove());

describe('what stands on the command line', () => {
  it.each([
    ['a key without a slot', ['--key', secret], 'option.pair'],
    ['a Base64 key without a slot', ['--key', 'MTIzNDU2Nzg5MDEyMzQ1Ng=='], 'key.unknownSlot'],
    ['an option that is not there', ['--sm4-key=1234567890123456'], 'commander.unknownOption'],
    ['a passphrase', ['--passphrase', secret], 'secret.onCommandLine'],
  ])('is not repeated where it may be a secret: %s', async (_, args, code) => {
    const refused = await run('preview', '--platform', 'ldt6008', ...args, '--json');
    expect(JSON.parse(refused.stdout)).toMatchObject({ error: { code } });
    expect([refused.code, refused.stdout + refused.stderr]).toEqual([
      2,
      expect.not.stringMatching(/1234567890123456|MTIzNDU2/),
    ]);
  });
});

describe('an environment on the command line', () => {
  it('says in one sentence of either language what kind of value is expected, and changes nothing', async () => {
    const client = makeTestCertificate({ name: 'client' });
    const both = file('both.pem', client.certificatePem + client.keyPem);
    const before = (await run('environments', 'show', '省厅', '--json')).stdout;
    for (const [args, code, zh] of [
      [['--timeout', 'abc'], 'option.timeout', '--timeout 应为 0.1 到 3600 的秒数，实际是“abc”。 (--timeout)\n'],
      [['--timeout', '0'], 'option.timeout', '应为 0.1 到 3600'],
      [['--proxy', 'nonsense'], 'environment.proxy', '应为 http://主机:端口，需要时带 用户名@。 (--proxy)\n'],
      [['--unverified', 'https://x/'], 'environment.unverifiedHost', '应为 主机:端口'],
      [['--ca', file('no.pem', 'no certificate')], 'environment.certificate', '应为完好的 PEM 证书'],
      [['--client-cert', both], 'environment.privateKey', '还有私钥'],
      [['--variable', '姓名'], 'option.pair', '应写成 名称=值'],
    ] as const) {
      const refused = await set(...args, '--lang', 'zh', '--json');
      expect([args, refused.code, refused.stderr]).toEqual([args, 2, expect.stringContaining(zh)]);
      expect(JSON.parse(refused.stdout)).toMatchObject({ error: { code } });
    }
    expect((await set('--timeout', 'abc')).stderr).toBe(
      '--timeout must be a number of seconds from 0.1 to 3600 and is "abc". (--timeout)\n',
    );
    expect((await run('environments', 'show', '省厅', '--json')).stdout).toBe(before);
  });

  it('warns where a certificate is not verified, in a preview as when sending, and not where it is', async () => {
    const warning = 'The certificate of 127.0.0.1:1 is not verified';
    expect((await run('preview', ...call)).stderr).not.toContain(warning);
    await set('--unverified', '127.0.0.1:1');
    const preview = await run('preview', ...call, '--json');
    expect(preview).toMatchObject({ code: 0, stderr: expect.stringContaining(warning) });
    expect((await run('send', ...call)).stderr).toContain(warning);
    const authority = makeTestCertificate({ name: 'CA', isAuthority: true });
    const own = await run('send', ...call, '--ca', file('own-ca.pem', authority.certificatePem), '--json');
    expect(JSON.parse(own.stdout)).toMatchObject({ error: { code: expect.stringMatching(/^transport\./) } });
    expect(own.stderr).not.toContain(warning);
  });

  it('asks for no vault whose secrets are replaced or not used', async () => {
    const client = makeTestCertificate({ name: 'client' });
    const certificate = file('client.pem', client.certificatePem);
    await set('--client-cert', certificate);
    const needed = await run('send', ...call, '--json');
    expect(JSON.parse(needed.stdout)).toMatchObject({ error: { code: 'vault.none' } });
    expect(await run('preview', ...call)).toMatchObject({ code: 0 });
    const own = ['--cert', certificate, '--cert-key', file('client-key.pem', client.keyPem)];
    const sent = await run('send', ...call, ...own, '--json');
    expect(JSON.parse(sent.stdout)).toMatchObject({ error: { code: expect.stringMatching(/^transport\./) } });
    await set('--client-cert', '');
  });

  it('speaks of doing without a damaged history', async () => {
    const history = join(sandbox.state, 'history.db');
    writeFileSync(history, 'no database'.repeat(1000));
    const sent = await run('send', ...call, '--json');
    expect(JSON.parse(sent.stdout)).toMatchObject({ error: { code: 'store.damaged' } });
    expect(sent.stderr).toContain('With --no-history the command does without it.');
    const listed = await run('history', 'list');
    expect(listed.stderr).toContain('is not an intact SQLite database');
    expect(listed.stderr).not.toContain('--no-history');
    const without = await run('send', ...call, '--no-history', '--json');
    expect(JSON.parse(without.stdout)).toMatchObject({ id: null });
  });

  it('is removed only when asked to, after its file and the keys that leave its slots were named', async () => {
    const passphrase = ['--passphrase-file', file('passphrase', 'correct horse')];
    await run('vault', 'create', ...passphrase);
    await run('keys', 'add', file('sm4', secret), '--environment', '省厅', '--slot', 'sm4Key', ...passphrase);
    const refused = await run('environments', 'remove', '省厅', ...passphrase, '--json');
    expect([refused.code, JSON.parse(refused.stdout)]).toMatchObject([
      2,
      { error: { code: 'environment.consentNeeded' } },
    ]);
    const { stdout, stderr } = await run('environments', 'remove', '省厅', '--yes', ...passphrase, '--json');
    const { removed } = JSON.parse(stdout) as { removed: { file: string } };
    expect(removed).toMatchObject({ id: '省厅', keys: [{ slots: [{ slot: 'sm4Key', state: 'active' }] }] });
    expect(existsSync(removed.file)).toBe(false);
    expect(stderr).toContain(removed.file);
    expect(stderr).toContain('省厅 / sm4Key (in use)');
    const { keys } = JSON.parse((await run('keys', 'list', ...passphrase, '--json')).stdout) as { keys: unknown[] };
    expect(keys).toMatchObject([{ uses: [] }]);
  });
});
