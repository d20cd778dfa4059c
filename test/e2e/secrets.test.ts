import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createNodeEngine } from '../../host/crypto/node-engine.ts';
import { chromiumArguments, findChromium } from '../../scripts/lib/find-chromium.mjs';
import { writeSecretKey } from '../../shared/crypto/keys/write-private-key.ts';
import { createSandbox, type RunningHost, type Sandbox } from './support/sandbox.ts';
import { markOf, searchFor, type SecretMark } from './support/secret-marks.ts';
import { byId, editorReady } from './support/workbench.ts';

/** Secrets that are easily found again, as a user would enter them; each of its kind. */
const secrets = {
  sm4: 'MARKsm4Q7x1Kp0wz',
  session: 'MARKsessionkey16',
  shared: 'MARK shared+secret/of=both 虎',
  refused: 'MARK-is-no-private-key',
  password: 'MARK password of the file',
  passphrase: 'MARK first passphrase',
  next: 'MARK second passphrase',
  mistyped: 'MARK mistyped passphrase',
};
const privateKey = Uint8Array.from(randomBytes(32), (byte, at) => (at === 0 ? byte & 0x7f : byte));
const marks: readonly SecretMark[] = [
  ...Object.entries(secrets).map(([name, secret]) => markOf(name, secret)),
  markOf('privateKey', privateKey),
];
const engine = createNodeEngine();
const encryptedKey = writeSecretKey(
  { algorithm: 'sm2Private', privateKey: Buffer.from(privateKey).toString('hex') },
  'encrypted-pkcs8-pem',
  { engine, randomBytes: (length) => new Uint8Array(randomBytes(length)), password: secrets.password },
);

let sandbox: Sandbox;

beforeEach(() => {
  sandbox = createSandbox();
});
afterEach(() => sandbox.remove());

it('the search finds a secret in every form it could have', () => {
  const [mark] = [markOf('secret', secrets.shared)];
  const search = searchFor([mark]);
  const bytes = Buffer.from(secrets.shared);
  const written = [
    secrets.shared,
    bytes.toString('hex'),
    bytes.toString('hex').toUpperCase(),
    encodeURIComponent(secrets.shared),
    JSON.stringify({ key: secrets.shared }),
    ...[0, 1, 2, 3].map((shift) =>
      Buffer.concat([Buffer.alloc(shift, 7), bytes, Buffer.from('behind')]).toString('base64url'),
    ),
    Buffer.from(secrets.shared, 'utf16le'),
  ];
  for (const form of written) expect(search.in(form), String(form)).toEqual(['secret']);
  expect(search.in('nothing of the kind')).toEqual([]);
});

describe('the workbench', () => {
  /** Procedures that take a secret. None of them, and no other, gives one back. */
  const takesSecrets =
    /\/api\/(?:keys\.(?:examine|add|setSessionKey|exportSecret)|vault\.(?:create|unlock|changePassphrase))$/;

  let host: RunningHost;
  let context: BrowserContext;
  let page: Page;
  let traffic: { readonly from: string; readonly content: string | Uint8Array }[];
  let pending: Promise<void>[];

  beforeEach(async () => {
    host = await sandbox.start();
    context = await chromium.launchPersistentContext(join(sandbox.root, 'profile'), {
      executablePath: findChromium() ?? '',
      args: chromiumArguments(),
      viewport: { width: 1440, height: 900 },
    });
    context.setDefaultTimeout(15_000);
    traffic = [];
    pending = [];
    page = context.pages()[0] ?? (await context.newPage());
    page.on('console', (message) => traffic.push({ from: 'console', content: message.text() }));
    page.on('request', (request) => {
      traffic.push({ from: `address of ${request.url()}`, content: request.url() });
      const url = new URL(request.url());
      if (takesSecrets.test(url.pathname)) return;
      traffic.push({ from: `request ${url.pathname}`, content: request.postData() ?? '' });
    });
    page.on('response', (response) => {
      const from = `response ${new URL(response.url()).pathname}`;
      traffic.push({ from, content: JSON.stringify(response.headers()) });
      if (from.includes('/api/')) {
        pending.push(
          response.body().then(
            (content) => void traffic.push({ from, content }),
            () => undefined,
          ),
        );
      }
    });
    await page.goto(host.url);
  });
  afterEach(async () => {
    await context.close();
    await host.stop();
  });

  async function createEnvironment(): Promise<void> {
    const url = await byId(page, 'url').inputValue();
    await byId(page, 'rail-keys').click();
    await byId(page, 'environment-new').click();
    await byId(page, 'environment-form-title').fill('marked');
    await byId(page, 'environment-form-url').fill(url);
    await byId(page, 'environment-form-appCode').fill('B100000KJGK');
    await byId(page, 'environment-form-save').click();
    await page.locator('[data-testid="environment-title"]', { hasText: 'marked' }).waitFor();
    await byId(page, 'other-slots').click();
  }

  async function importKey(slot: string, text: string, storage: 'vault' | 'session' = 'vault'): Promise<void> {
    await byId(page, `import-${slot}`).click();
    await byId(page, 'import-text').fill(text);
    if (text === encryptedKey) await byId(page, 'import-password').fill(secrets.password);
    await byId(page, 'import-found').waitFor();
    if (storage === 'session') await byId(page, 'storage-session').click();
    await byId(page, 'import-submit').click();
  }

  async function filled(slot: string): Promise<void> {
    await page.locator(`[data-testid="key-state-${slot}"]`, { hasText: /保险箱|本次会话/ }).waitFor();
  }

  async function send(conventions: Readonly<Record<string, string>>): Promise<void> {
    for (const [name, value] of Object.entries(conventions)) await byId(page, `convention-${name}`).selectOption(value);
    const answered = page.waitForResponse((response) => new URL(response.url()).pathname === '/api/send');
    await byId(page, 'send').click();
    await answered;
  }

  async function generateKey(slot: string): Promise<void> {
    await byId(page, `generate-${slot}`).click();
    await byId(page, 'generate-kind-sm4Characters').click();
    await byId(page, 'key-label').fill('made here');
    await byId(page, 'generate-submit').click();
    await byId(page, 'generate-done').click();
    await page.locator(`[data-testid="key-label-${slot}"]`, { hasText: 'made here' }).waitFor();
  }

  async function exportSecret(slot: string, path: string, form: string): Promise<void> {
    await byId(page, `export-${slot}`).click();
    // A key without a public half has nothing to show before.
    if (form !== 'text') await byId(page, 'export-secret-open').click();
    await byId(page, 'secret-form').selectOption(form);
    await byId(page, 'export-passphrase').fill(secrets.passphrase);
    await byId(page, 'export-path').fill(path);
    await byId(page, 'export-submit').click();
    await page.locator('[data-testid="export-written"]', { hasText: path }).waitFor();
    await page.keyboard.press('Escape');
  }

  it('lets no key and no passphrase out of the vault: not into its traffic, its output, or any file', async () => {
    await createEnvironment();
    await byId(page, 'import-callerPrivateKey').click();
    await byId(page, 'import-text').fill(secrets.refused);
    await page.locator('[role="dialog"] [data-testid^="failure-"]').waitFor();
    await page.keyboard.press('Escape');
    await byId(page, 'import-text').waitFor({ state: 'detached' });

    await importKey('sm4Key', secrets.sm4);
    await byId(page, 'new-passphrase').fill(secrets.passphrase);
    await byId(page, 'new-passphrase-again').fill(secrets.passphrase);
    await byId(page, 'vault-create').click();
    await filled('sm4Key');
    await importKey('secret', secrets.shared);
    await filled('secret');
    await importKey('callerPrivateKey', encryptedKey);
    await filled('callerPrivateKey');

    await byId(page, 'rail-compose').click();
    await editorReady(page);
    await byId(page, 'environment').selectOption({ label: 'marked' });
    await send({});
    await send({ digest: 'HMAC-SM3' });
    await send({ digest: 'SM3', secret: '&key=' });
    await send({ digest: 'SM2' });
    // The key cannot be read this way: the refusal must not say what it is.
    await send({ sm4Key: 'hex32' });
    for (const step of await page.locator('[data-testid^="wire-step-"] button').all()) {
      if (await step.isVisible()) await step.click();
    }

    await byId(page, 'rail-keys').click();
    await byId(page, 'other-slots').click();
    const exported = join(sandbox.outside, 'exported.pem');
    await exportSecret('callerPrivateKey', exported, 'pkcs8-pem');
    expect(readFileSync(exported, 'utf8')).toContain('PRIVATE KEY');
    await generateKey('sm4Key');
    const made = join(sandbox.outside, 'made.txt');
    await exportSecret('sm4Key', made, 'text');
    await byId(page, 'ring-open').click();
    await byId(page, 'ring-key').first().waitFor();
    await byId(page, 'choose-environment-marked').click();
    await byId(page, 'vault-lock').click();
    await byId(page, 'vault-passphrase').fill(secrets.mistyped);
    await byId(page, 'vault-unlock').click();
    await byId(page, 'failure-vault.wrongPassphrase').waitFor();
    await byId(page, 'vault-passphrase').fill(secrets.passphrase);
    await byId(page, 'vault-unlock').click();
    await byId(page, 'vault-lock').waitFor();
    await byId(page, 'change-passphrase').click();
    await byId(page, 'current-passphrase').fill(secrets.passphrase);
    await byId(page, 'new-passphrase').fill(secrets.next);
    await byId(page, 'new-passphrase-again').fill(secrets.next);
    await byId(page, 'change-passphrase-submit').click();
    await byId(page, 'current-passphrase').waitFor({ state: 'detached' });
    await byId(page, 'vault-lock').click();
    await byId(page, 'vault-passphrase').waitFor();

    await byId(page, 'choose-environment-simulator').click();
    await importKey('sm4Key', secrets.session, 'session');
    await filled('sm4Key');
    await byId(page, 'rail-compose').click();
    await byId(page, 'environment').selectOption({ label: '仿真环境' });
    await send({});

    const search = searchFor([...marks, markOf('generated', readFileSync(made, 'utf8').trim())]);
    const shown = await page.evaluate(() => [
      document.documentElement.outerHTML,
      JSON.stringify([localStorage, sessionStorage]),
    ]);
    await Promise.all(pending);
    expect(traffic.filter(({ from }) => from.startsWith('response /api/keys.')).length).toBeGreaterThan(5);
    expect(traffic.flatMap(({ from, content }) => search.in(content).map((name) => `${from}: ${name}`))).toEqual([]);
    expect(shown.flatMap((content) => search.in(content))).toEqual([]);
    expect(search.in(host.output())).toEqual([]);

    await context.close();
    await host.stop();
    expect(readdirSync(sandbox.state)).toContain('vault.hufu');
    expect(search.below(sandbox.root)).toEqual([]);
  });
});

describe('the command line', () => {
  /** Outside the sandbox's own folders, as a user's files are. */
  function file(name: string, content: string): string {
    const path = join(sandbox.outside, name);
    writeFileSync(path, content);
    return path;
  }

  it('prints no key and no passphrase, and leaves none in any file', async () => {
    const output: string[] = [];
    const first = ['--passphrase-file', file('first', secrets.passphrase)];
    const next = ['--passphrase-file', file('next', secrets.next)];
    const mistyped = ['--passphrase-file', file('mistyped', secrets.mistyped)];
    const password = ['--password-file', file('password', secrets.password)];
    const exported = join(sandbox.outside, 'exported.pem');
    const body = file('body', '{"aac003":"张三"}');
    const place = (slot: string) => ['--environment', 'marked', '--slot', slot];
    const call = ['--environment', 'marked', '--platform', 'ldt6008', '--interface', 'cardStatus', '--body', body];
    const addresses = ['--platform', 'ldt6008', '--url', 'http://127.0.0.1:9/', '--set', 'appCode=B100000KJGK'];
    const thrownAway = ['--key', `sm4Key=${secrets.session}`, '--key', `secret=${secrets.shared}`];

    const run = async (expected: number, args: readonly string[], input?: string): Promise<void> => {
      const { code, stdout, stderr } = await sandbox.run(args, input);
      output.push(stdout, stderr);
      expect(code, `hufu ${args.join(' ')}: ${stderr}`).toBe(expected);
    };

    await run(0, ['environments', 'add', 'marked', ...addresses]);
    await run(0, ['keys', 'add', '-', ...place('sm4Key'), ...first], secrets.sm4);
    await run(1, ['keys', 'add', '-', ...place('sm4Key'), ...first], secrets.session);
    await run(1, ['keys', 'add', '-', ...place('callerPrivateKey'), ...first], secrets.refused);
    await run(0, ['keys', 'add', '-', ...place('secret'), '--label', 'shared', ...first], secrets.shared);
    const key = file('key.pem', encryptedKey);
    await run(1, ['keys', 'add', key, ...place('callerPrivateKey'), ...first]);
    await run(0, [
      'keys',
      'add',
      key,
      ...place('callerPrivateKey'),
      '--label',
      'pair',
      ...password,
      ...first,
      '--json',
    ]);
    await run(0, ['keys', 'rotate', '-', ...place('sm4Key'), ...first], secrets.session);
    await run(0, ['keys', 'list', ...first]);
    await run(0, ['keys', 'list', ...first, '--json']);
    await run(1, ['keys', 'list', ...mistyped, '--json']);
    await run(0, ['keys', 'show', 'pair', '--form', 'spki-pem', ...first]);
    await run(0, ['keys', 'show', 'shared', ...first, '--json']);
    await run(0, ['keys', 'export', 'pair', '--form', 'pkcs8-pem', '--out', exported, ...first]);
    for (const digest of ['SM3', 'HMAC-SM3', 'SM2']) {
      const agreed = ['--convention', `digest=${digest}`];
      await run(0, ['preview', ...call, ...agreed, ...first, '--json']);
      await run(0, ['preview', ...call, ...agreed, ...first, '--cross-check']);
    }
    await run(1, ['preview', ...call, '--convention', 'sm4Key=hex32', ...first, '--json']);
    await run(1, ['send', ...call, ...first, '--json']);
    await run(1, ['send', ...call, '--url', 'http://127.0.0.1.example/', ...first]);
    await run(1, [
      'preview',
      ...call,
      ...thrownAway,
      '--convention',
      'digest=HMAC-SM3',
      '--convention',
      'sm4Key=base64',
    ]);
    const wire = file('wire.json', '');
    const { stdout } = await sandbox.run(['preview', ...call, ...first, '--json']);
    writeFileSync(wire, (JSON.parse(stdout) as { wire: string }).wire);
    await run(0, ['inspect', wire, '--environment', 'marked', ...first, '--json']);
    await run(0, ['inspect', wire, '--environment', 'marked', ...first]);
    await run(0, ['keys', 'generate', 'sm2', '--label', 'made', ...first]);
    const made = join(sandbox.outside, 'made.txt');
    await run(0, ['keys', 'export', 'made', '--form', 'hex-d', '--out', made, ...first]);
    await run(1, ['keys', 'export', 'made', '--form', 'hex-d', '--out', join(sandbox.outside, 'x'), ...mistyped]);
    await run(0, ['keys', 'rename', 'made', 'made here', ...first]);
    await run(0, ['keys', 'withdraw', 'pair', ...place('callerPrivateKey'), ...first]);
    await run(0, ['keys', 'assign', 'made here', ...place('callerPrivateKey'), ...first]);
    await run(0, ['keys', 'retire', 'made here', ...place('callerPrivateKey'), ...first]);
    await run(0, ['environments', 'allow', 'marked', 'https://api.example', ...first]);
    await run(0, ['environments', 'disallow', 'marked', 'https://api.example', ...first]);
    await run(0, ['environments', 'list', '--json']);
    await run(0, ['vault', 'passphrase', ...first, '--new-passphrase-file', file('new', secrets.next), '--json']);
    await run(0, ['vault', 'status', '--json']);
    await run(0, ['keys', 'remove', 'shared', '--yes', ...next]);
    await run(0, ['environments', 'remove', 'marked', '--yes', ...next]);
    writeFileSync(join(sandbox.state, 'vault.hufu'), 'damaged');
    await run(1, ['keys', 'list', ...next, '--json']);
    await run(0, ['vault', 'restore', '--json']);

    const search = searchFor([...marks, markOf('generated', Buffer.from(readFileSync(made, 'utf8').trim(), 'hex'))]);
    expect(readFileSync(exported, 'utf8')).toContain('PRIVATE KEY');
    expect(output.flatMap((text) => search.in(text))).toEqual([]);
    expect(search.below(sandbox.root)).toEqual([]);
  });
});
