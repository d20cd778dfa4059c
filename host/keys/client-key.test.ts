import { generateKeyPairSync } from 'node:crypto';
import { expect, it } from 'vitest';
import { examineKey } from '../../shared/crypto/keys/examine-key.ts';
import { createNodeEngine } from '../crypto/node-engine.ts';
import { requireClientKey } from './client-key.ts';

const engine = createNodeEngine();
const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const pem = (form: 'pkcs8' | 'sec1', protection: object = {}) =>
  privateKey.export({ type: form, format: 'pem', ...protection } as { type: 'pkcs8'; format: 'pem' }).toString();
const locked = { cipher: 'aes-256-cbc', passphrase: 'secret' };

async function entered(text: string) {
  const [key] = await examineKey(text, { engine, now: 0, as: 'text' });
  if (!key) throw new Error('no key');
  return requireClientKey(key, 'tls.clientKey');
}

it('takes what TLS can use, and finds nothing odd in it', async () => {
  for (const text of [pem('pkcs8'), pem('sec1')]) expect((await entered(text)).found.findings).toEqual([]);
});

it('refuses a key that is protected by a password, and what is none', async () => {
  const code = (name: string): unknown => expect.objectContaining({ code: name });
  await expect(entered(pem('pkcs8', locked))).rejects.toEqual(code('key.clientKeyEncrypted'));
  await expect(entered(pem('sec1', locked))).rejects.toEqual(code('key.clientKeyEncrypted'));
  await expect(entered('hunter2')).rejects.toEqual(code('key.notClientKey'));
});

it('leaves other slots alone', async () => {
  const [key] = await examineKey('hunter2', { engine, now: 0, as: 'text' });
  expect(key && requireClientKey(key, 'proxy.password')).toBe(key);
});
