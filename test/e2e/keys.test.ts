import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readVectors } from '../vectors/read-vectors.ts';
import type { KeyVectors } from '../vectors/keys-vectors.ts';
import { axeViolations } from './support/axe-violations.ts';
import { inTemporaryFolder } from './support/hufu.ts';
import { byId, welcomeNewcomers, type Newcomers } from './support/workbench.ts';

let newcomers: Newcomers;

beforeAll(async () => {
  newcomers = await welcomeNewcomers();
});
afterEach(() => newcomers.leave());
afterAll(() => newcomers.close());

const passphrase = 'correct horse 虎符';
/** What the embedded simulator holds. */
const sampleKey = '1234567890123456';
const allVectors = readVectors<KeyVectors>('keys').testGroups.flatMap(({ tests }) => tests);

function vector(kind: string, form: string, flag: string) {
  const found = allVectors.find(
    (candidate) =>
      candidate.kind === kind &&
      candidate.form === form &&
      candidate.flags.includes(flag) &&
      candidate.result === 'valid',
  );
  if (!found) throw new Error(`No ${kind} vector in the form ${form} with ${flag}.`);
  return found;
}

/** Address of the simulator as the sample environment shows it. */
async function simulatorUrl(page: Page): Promise<string> {
  return byId(page, 'url').inputValue();
}

async function createEnvironment(page: Page, { title, url }: { title: string; url: string }): Promise<void> {
  await byId(page, 'rail-keys').click();
  await byId(page, 'environment-new').click();
  await byId(page, 'environment-form-title').fill(title);
  await byId(page, 'environment-form-url').fill(url);
  await byId(page, 'environment-form-appCode').fill('B100000KJGK');
  await byId(page, 'environment-form-save').click();
  await page.locator('[data-testid="environment-title"]', { hasText: title }).waitFor();
}

async function enterNewPassphrase(page: Page): Promise<void> {
  await byId(page, 'new-passphrase').fill(passphrase);
  await byId(page, 'new-passphrase-again').fill(passphrase);
  await byId(page, 'vault-create').click();
}

/** Opens the import of a slot and pastes. */
async function offer(page: Page, slot: string, text: string): Promise<void> {
  await byId(page, `import-${slot}`).click();
  await byId(page, 'import-text').fill(text);
}

/** An own environment that points to the simulator, its SM4 key in a new vault. */
async function settle(page: Page): Promise<void> {
  await createEnvironment(page, { title: '省厅测试', url: await simulatorUrl(page) });
  await offer(page, 'sm4Key', sampleKey);
  await byId(page, 'import-found').waitFor();
  await byId(page, 'import-submit').click();
  await enterNewPassphrase(page);
  await keyState(page, 'sm4Key', '保险箱');
}

async function keyState(page: Page, slot: string, text: string): Promise<void> {
  await page.locator(`[data-testid="key-state-${slot}"]`, { hasText: text }).waitFor();
}

async function vaultState(page: Page, text: string): Promise<void> {
  await page.locator('[data-testid="vault-item"]', { hasText: text }).waitFor();
}

async function chooseEnvironment(page: Page, title: string): Promise<void> {
  await byId(page, 'rail-compose').click();
  await byId(page, 'environment').selectOption({ label: title });
}

async function sendAndRead(page: Page): Promise<void> {
  await byId(page, 'send').click();
  await page.locator('[data-testid="result-status"]', { hasText: '业务成功' }).waitFor();
  expect(await byId(page, 'result-response-decrypted').innerText()).toContain('"张三"');
}

async function openOtherSlots(page: Page): Promise<void> {
  await byId(page, 'other-slots').click();
}

describe('a newcomer with a key of their own', () => {
  it('makes an environment, imports the key, is asked for a passphrase then, and reads the decrypted answer', async () => {
    const page = await newcomers.arrive();
    await vaultState(page, '未建');
    await settle(page);
    await vaultState(page, '已打开');
    expect(await byId(page, 'slot-sm4Key').innerText()).toMatch(/[0-9a-f]{16}/);
    await chooseEnvironment(page, '省厅测试');
    await sendAndRead(page);
  });

  it('locks, is told so where the call is made, mistypes, unlocks there and sends', async () => {
    const page = await newcomers.arrive();
    await settle(page);
    await chooseEnvironment(page, '省厅测试');
    await page.reload();
    await vaultState(page, '已打开');
    await byId(page, 'rail-keys').click();
    await byId(page, 'vault-lock').click();
    await vaultState(page, '已锁定');
    await byId(page, 'rail-compose').click();
    await page.locator('[data-testid="keys"]', { hasText: '保险箱已锁定' }).waitFor();
    await byId(page, 'send').click();

    const notice = page.locator('.result-area [data-testid="failure-vault.locked"]');
    await notice.waitFor();
    await notice.locator('[data-testid="vault-passphrase"]').fill('not this one');
    await notice.locator('[data-testid="vault-unlock"]').click();
    const refusal = notice.locator('[data-testid="failure-vault.wrongPassphrase"]');
    await refusal.waitFor();
    expect(await refusal.innerText()).toContain('口令');
    await notice.locator('[data-testid="vault-passphrase"]').fill(passphrase);
    await notice.locator('[data-testid="vault-unlock"]').click();
    await vaultState(page, '已打开');
    await sendAndRead(page);
  });

  it('is asked before the key goes to another host, and may allow it', async () => {
    const page = await newcomers.arrive();
    await settle(page);
    await chooseEnvironment(page, '省厅测试');
    const other = new URL(await simulatorUrl(page));
    other.hostname = 'localhost';
    await byId(page, 'url').fill(other.href);
    await byId(page, 'send').click();
    const question = page.locator('.result-area [data-testid="failure-key.otherOrigin"]');
    await question.waitFor();
    expect(await question.innerText()).toContain('127.0.0.1');
    expect(await question.innerText()).toContain(other.origin);
    await byId(page, 'allow-origin').click();
    await page.locator('[data-testid="result-status"]', { hasText: '业务成功' }).waitFor();
    await byId(page, 'rail-keys').click();
    expect(await byId(page, 'origins').innerText()).toContain(other.origin);
  });

  it('rotates, goes back to the former version by deleting the newest, and is told that before', async () => {
    const page = await newcomers.arrive();
    await settle(page);
    await byId(page, 'generate-sm4Key').click();
    await byId(page, 'generate-kind-sm4Characters').click();
    await byId(page, 'key-label').fill('第二版');
    await byId(page, 'generate-submit').click();
    await byId(page, 'generate-done').click();
    await page.locator('[data-testid="key-label-sm4Key"]', { hasText: '第二版' }).waitFor();
    await byId(page, 'ring-open').click();
    await page
      .locator('[data-testid="ring-key"]', { hasText: '第二版' })
      .locator('[data-testid="ring-remove"]')
      .click();
    expect(await byId(page, 'remove-key').innerText()).toMatch(/省厅测试 · SM4 密钥[\s\S]*改用上一版本/);
    await byId(page, 'remove-confirm').click();
    await byId(page, 'remove-key').waitFor({ state: 'detached' });
    expect(await byId(page, 'ring-key').count()).toBe(1);
    await chooseEnvironment(page, '省厅测试');
    await sendAndRead(page);
  });
});

describe('one key', () => {
  it('serves two environments, is retired in one, restored there, and stays when an environment goes', async () => {
    const page = await newcomers.arrive();
    const url = await simulatorUrl(page);
    await settle(page);
    await createEnvironment(page, { title: '市局测试', url });
    await keyState(page, 'sm4Key', '未填');
    await byId(page, 'choose-sm4Key').click();
    await page.getByRole('radio').first().check();
    await byId(page, 'choose-submit').click();
    await keyState(page, 'sm4Key', '保险箱');

    const versions = byId(page, 'slot-sm4Key');
    await byId(page, 'versions-sm4Key').click();
    await versions.getByRole('button', { name: '停用' }).click();
    await keyState(page, 'sm4Key', '未填');
    await versions.getByRole('button', { name: '恢复' }).click();
    await keyState(page, 'sm4Key', '保险箱');

    await byId(page, 'environment-remove').click();
    await byId(page, 'environment-remove-confirm').click();
    await page.locator('nav button', { hasText: '市局测试' }).waitFor({ state: 'detached' });
    await byId(page, 'ring-open').click();
    const ring = byId(page, 'ring-key');
    expect(await ring.count()).toBe(1);
    expect(await ring.innerText()).toContain('省厅测试');
    expect(await ring.innerText()).not.toContain('市局测试');
  });

  it('is written to a file only after the passphrase, encrypted, and never over another file', async () => {
    const page = await newcomers.arrive();
    await settle(page);
    await openOtherSlots(page);
    await byId(page, 'generate-callerPrivateKey').click();
    await byId(page, 'generate-submit').click();
    await byId(page, 'generate-done').click();
    await byId(page, 'export-callerPrivateKey').click();
    await byId(page, 'export-secret-open').click();
    await inTemporaryFolder(async (folder) => {
      const path = join(folder, 'caller.pem');
      const write = async (attempt: string) => {
        await byId(page, 'export-passphrase').fill(attempt);
        await byId(page, 'export-submit').click();
      };
      await byId(page, 'export-path').fill(path);
      await byId(page, 'new-password').fill('for the file');
      await byId(page, 'new-password-again').fill('for the file');
      await write('not the passphrase');
      await byId(page, 'failure-vault.wrongPassphrase').waitFor();
      expect(existsSync(path)).toBe(false);
      await write(passphrase);
      await page.locator('[data-testid="export-written"]', { hasText: path }).waitFor();
      const written = readFileSync(path, 'utf8');
      expect(written).toContain('BEGIN ENCRYPTED PRIVATE KEY');
      await write(passphrase);
      await page.locator('small[role="alert"]', { hasText: 'caller.pem' }).waitFor();
      expect(readFileSync(path, 'utf8')).toBe(written);
    });
  });
});

describe('a damaged vault', () => {
  it('is shown with what is wrong, keeps calls from other keys, and gives its place to the good copy', async () => {
    let folder = '';
    const page = await newcomers.arrive({ prepare: async (_page, _url, state) => void (folder = state) });
    await settle(page);
    await byId(page, 'vault-lock').click();
    await vaultState(page, '已锁定');
    const path = join(folder, 'vault.hufu');
    const damaged = readFileSync(path, 'utf8').replace('"id"', '"Id"');
    writeFileSync(path, damaged);
    await page.reload();
    await vaultState(page, '已损坏');
    await chooseEnvironment(page, '省厅测试');
    await byId(page, 'send').click();
    await page.locator('.result-area [data-testid="failure-vault.damaged"]').waitFor();
    await byId(page, 'rail-keys').click();
    await page.locator('[data-testid="vault-panel"] [data-testid="vault-restore"]').click();
    await vaultState(page, '已锁定');
    expect(readdirSync(folder).filter((name) => name.startsWith('vault.hufu.damaged-'))).toHaveLength(1);
    await byId(page, 'vault-passphrase').fill(passphrase);
    await byId(page, 'vault-unlock').click();
    await vaultState(page, '已打开');
    await byId(page, 'rail-compose').click();
    await sendAndRead(page);
  });
});

describe('importing', () => {
  it('says whose certificate it is, and gives its public key out in the form asked for', async () => {
    const page = await newcomers.arrive();
    const certificate = vector('certificate', 'x509-pem', 'OpenSSL');
    await settle(page);
    await openOtherSlots(page);
    await offer(page, 'providerPublicKey', certificate.input);
    await page.locator('[data-testid="import-found"]', { hasText: 'sm2-test' }).waitFor();
    await byId(page, 'import-submit').click();
    await keyState(page, 'providerPublicKey', '保险箱');
    await byId(page, 'export-providerPublicKey').click();
    await page
      .locator('[data-testid="public-text"]', { hasText: String(certificate.expected?.['publicKey']) })
      .waitFor();
    await byId(page, 'public-form').selectOption('spki-pem');
    await page.locator('[data-testid="public-text"]', { hasText: 'BEGIN PUBLIC KEY' }).waitFor();
    const download = page.waitForEvent('download');
    await byId(page, 'public-save').click();
    expect((await download).suggestedFilename()).toMatch(/-public\.pem$/);
  });

  it('asks for the password of an encrypted key, and fills the slot of its public half too', async () => {
    const page = await newcomers.arrive();
    const encrypted = vector('private', 'encrypted-pkcs8-pem', 'EncryptedPkcs8');
    await settle(page);
    await openOtherSlots(page);
    await offer(page, 'callerPrivateKey', encrypted.input);
    await byId(page, 'import-password').fill('wrong');
    await byId(page, 'failure-key.passwordWrong').waitFor();
    await byId(page, 'import-password').fill(encrypted.password ?? '');
    await byId(page, 'import-found').waitFor();
    await byId(page, 'import-submit').click();
    await keyState(page, 'callerPrivateKey', '保险箱');
    await keyState(page, 'callerPublicKey', '保险箱');
    const fingerprints = ['callerPrivateKey', 'callerPublicKey'].map((slot) =>
      page.locator(`[data-testid="slot-${slot}"] .key-facts code`).first().innerText(),
    );
    const [privateHalf, publicHalf] = await Promise.all(fingerprints);
    expect(privateHalf).toMatch(/^[0-9a-f]{16}$/);
    expect(publicHalf).toBe(privateHalf);
  });

  it('takes a dropped file with several things in it', async () => {
    const page = await newcomers.arrive();
    const bundle = vector('pkcs12', 'pkcs12-der', 'OpenSSL');
    await byId(page, 'rail-keys').click();
    await byId(page, 'ring-open').click();
    await byId(page, 'environment-new').waitFor();
    await byId(page, 'choose-environment-simulator').click();
    await openOtherSlots(page);
    await byId(page, 'import-callerPrivateKey').click();
    await byId(page, 'import-text').waitFor();
    await page.evaluate((base64) => {
      const dataTransfer = new DataTransfer();
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      dataTransfer.items.add(new File([bytes], 'bundle.p12'));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    }, bundle.input);
    await page.locator('[data-testid="import-file-name"]', { hasText: 'bundle.p12' }).waitFor();
    await byId(page, 'import-password').fill(bundle.password ?? '');
    await byId(page, 'import-found').waitFor();
    await byId(page, 'storage-session').click();
    await byId(page, 'import-submit').click();
    await keyState(page, 'callerPrivateKey', '本次会话');
    // Kept in memory only: nobody was asked for a passphrase.
    expect(await byId(page, 'vault-item').innerText()).toContain('未建');
  });

  it('refuses a private key where a public one belongs, keeps what was entered, and leaves nothing behind', async () => {
    const page = await newcomers.arrive();
    const { input } = vector('private', 'pkcs8-pem', 'OpenSSL');
    await byId(page, 'rail-keys').click();
    await openOtherSlots(page);
    await offer(page, 'providerPublicKey', input);
    await byId(page, 'failure-key.privateGivenAsPublic').waitFor();
    expect(await byId(page, 'import-submit').isDisabled()).toBe(true);
    expect(await byId(page, 'import-text').inputValue()).toBe(input);
    await page.keyboard.press('Escape');
    await byId(page, 'import-text').waitFor({ state: 'detached' });
    const secret = input.split('\n')[1] ?? input;
    const held = await page.evaluate(() =>
      JSON.stringify([document.documentElement.outerHTML, localStorage, sessionStorage]),
    );
    expect(held).not.toContain(secret);
  });
});

describe('the keys screen', () => {
  it.each([
    ['zh', 'light'],
    ['zh', 'dark'],
    ['en', 'light'],
    ['en', 'dark'],
  ] as const)('breaks no rule of WCAG 2.2 A and AA: %s, %s', async (language, colorScheme) => {
    const page = await newcomers.arrive();
    await page.emulateMedia({ colorScheme });
    await settle(page);
    if (language === 'en') await byId(page, 'language').click();
    await openOtherSlots(page);
    await byId(page, 'versions-sm4Key').click();
    expect(await axeViolations(page)).toEqual([]);
    await offer(page, 'secret', 'something shared');
    await byId(page, 'import-found').waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await byId(page, 'import-text').waitFor({ state: 'detached' });
    await byId(page, 'ring-open').click();
    await byId(page, 'ring-key').waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await byId(page, 'vault-lock').click();
    await byId(page, 'vault-passphrase').waitFor();
    expect(await axeViolations(page)).toEqual([]);
  });

  it('is operated by keyboard alone: from the rail to a new environment', async () => {
    const page = await newcomers.arrive();
    await byId(page, 'rail-keys').focus();
    await page.keyboard.press('Enter');
    expect(await byId(page, 'rail-keys').getAttribute('aria-current')).toBe('page');
    await byId(page, 'environment-new').focus();
    await page.keyboard.press('Enter');
    await byId(page, 'environment-form-title').waitFor();
    await page.keyboard.type('键盘');
    expect(await byId(page, 'environment-form-title').inputValue()).toBe('键盘');
    await byId(page, 'environment-form-url').fill('ftp://example.test/');
    await page.keyboard.press('Enter');
    await page.locator('[role="alert"]', { hasText: 'http' }).waitFor();
    await page.keyboard.press('Escape');
    await byId(page, 'environment-form-title').waitFor({ state: 'detached' });
  });
});
