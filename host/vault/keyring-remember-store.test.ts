import { expect, test } from 'vitest';
import { base64FromBytes } from '../../shared/crypto/encodings/base64.ts';
import type { AskKeyring, KeyringReply } from './ask-keyring.ts';
import { createKeyringRememberStore } from './keyring-remember-store.ts';

const dataKey = Uint8Array.from({ length: 32 }, (_, index) => 0xa0 + index);

/** A keyring in memory; the values by service and account. */
function keyring() {
  const values = new Map<string, string>();
  const asked: { readonly operation: string; readonly milliseconds: number }[] = [];
  const ask: AskKeyring = async (request, { milliseconds }) => {
    asked.push({ operation: request.operation, milliseconds });
    if (request.operation === 'probe') return { done: true };
    const name = `${request.service}/${request.account}`;
    if (request.operation === 'save') values.set(name, request.value);
    if (request.operation === 'forget') values.delete(name);
    const value = request.operation === 'load' ? values.get(name) : undefined;
    return { done: true, ...(value !== undefined && { value }) };
  };
  return { values, asked, ask };
}

function failing(failure: Extract<KeyringReply, { done: false }>['failure'], platform: NodeJS.Platform = 'linux') {
  return createKeyringRememberStore({ ask: async () => ({ done: false, failure }), platform });
}

test('keeps the data key as Base64 under the service Hufu and the id of the vault, and gives it back', async () => {
  const { values, ask } = keyring();
  const store = createKeyringRememberStore({ ask, platform: 'linux' });
  await store.save('one', dataKey);
  expect([...values]).toEqual([['Hufu/one', base64FromBytes(dataKey)]]);
  expect(await store.load('one')).toEqual(dataKey);
  expect(await store.load('other')).toBeUndefined();
  await store.forget('one');
  expect(values.size).toBe(0);
  expect(await store.load('one')).toBeUndefined();
});

test.each(['', 'not Base64!', base64FromBytes(dataKey.subarray(1))])('takes %j for nothing', async (value) => {
  const { values, ask } = keyring();
  values.set('Hufu/one', value);
  expect(await createKeyringRememberStore({ ask, platform: 'linux' }).load('one')).toBeUndefined();
});

test.each(['linux', 'darwin', 'win32'] as const)('names the store of %s and proves it once', async (platform) => {
  const { asked, ask } = keyring();
  const store = createKeyringRememberStore({ ask, platform, limits: { probe: 7, use: 70 } });
  const both = await Promise.all([store.availability(), store.availability()]);
  expect(both[0]).toMatchObject({ available: true, store: { en: expect.any(String), zh: expect.any(String) } });
  await store.load('one');
  expect(asked).toEqual([
    { operation: 'probe', milliseconds: 7 },
    { operation: 'load', milliseconds: 70 },
  ]);
});

test.each([
  ['binding', /@napi-rs\/keyring.*npm ci/],
  ['late', /5 seconds.*unlock/],
  ['store', /Secret Service.*reboot/],
  ['broken', /Secret Service.*reboot/],
] as const)('%s: not available, and says why', async (failure, reason) => {
  const answer = await failing(failure).availability();
  expect(answer).toMatchObject({ available: false, reason: { en: expect.stringMatching(reason) } });
});

test('does not speak of Linux elsewhere, and asks nothing on a system it does not know', async () => {
  const answer = await failing('store', 'darwin').availability();
  expect(JSON.stringify(answer)).toContain('macOS Keychain');
  expect(JSON.stringify(answer)).not.toContain('Secret Service');
  const { asked, ask } = keyring();
  expect(await createKeyringRememberStore({ ask, platform: 'aix' }).availability()).toMatchObject({ available: false });
  expect(asked).toEqual([]);
});

test.each(['save', 'load', 'forget'] as const)('%s that fails is a sentence without the key', async (method) => {
  const store = failing('late');
  const error: unknown = await store[method]('one', dataKey).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ code: 'remember.failed' });
  expect(JSON.stringify(error) + String(error)).not.toContain(base64FromBytes(dataKey).slice(0, 8));
});
