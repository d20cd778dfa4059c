import { createDecipheriv, createHash, createHmac, scryptSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createVault } from './create-vault.ts';

/** Written on the day the format was settled, by a vault that held nothing but this: it must open for ever. */
const passphrase = '一个旧文件的口令 2026';
const name = 'key/名称';
const value = { label: '示例', number: 1 };
const document =
  '{"format":1,"id":"d9fb8e06-066f-4ea8-820d-86df65732b29","savedAt":1795425501759,' +
  '"kdf":{"name":"scrypt","N":131072,"r":8,"p":1,"salt":"UaWBEPVxuv0x/MOVc3IdJprs0F1LZYiUSX8mNK/UAl0="},' +
  '"check":"N59fxA+wcWftBvrG04glZwr+Wg/b7fZj7Yy5AfAyBFc=",' +
  '"wrappedKey":{"nonce":"axfvRWgfgUe6CASd","ciphertext":"Vk9t2Ysi6TZ1li4Sy3RwCqqobotGc2Vnqev1spvpH4v9S6A2SD3lbS7TcLHKkuEx"},' +
  '"outline":{"filled":{"test":["sm4Key"]}},' +
  '"entries":[{"name":"key/名称","nonce":"x/+CvrgxVBaI4pBP",' +
  '"ciphertext":"RdwQQCOd6NJCEnih7y4KGbMgYqCTynq5QU3ys4u5Adxdri6uyoqtUvAVPgEm"}]}';
const seal = 'e71411929bd7d192ef5e6a3b4f8eebb04b005265ac9745c05c20432841598d8d';
const digest = '19c368daac4a65e0684f88e223c89036584d941fb1ead1fc763330cf76448ab5';

it('a file of format 1 opens', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'hufu-format-'));
  try {
    writeFileSync(join(directory, 'vault.hufu'), `${document}\nseal ${seal}\ndigest ${digest}\n`);
    const vault = createVault({ directory, lock: (work) => work() });
    expect(vault.outline()).toEqual({ filled: { test: ['sm4Key'] } });
    await vault.unlock(passphrase);
    expect(vault.names()).toEqual([name]);
    expect(vault.read(name)).toEqual(value);
  } finally {
    rmSync(directory, { recursive: true });
  }
});

// By docs/decisions/0007-vault.md alone: what the page says must be enough for whoever has no Hufu.
it('a file of format 1 is what its description says', () => {
  const { id, kdf, check, wrappedKey, entries } = JSON.parse(document) as {
    readonly id: string;
    readonly kdf: { readonly salt: string };
    readonly check: string;
    readonly wrappedKey: Box;
    readonly entries: readonly Box[];
  };
  expect(createHash('sha256').update(`${document}\nseal ${seal}\n`).digest('hex')).toBe(digest);
  const cost = { N: 131072, r: 8, p: 1, maxmem: 2 ** 28 };
  const derived = scryptSync(passphrase.normalize('NFKC'), Buffer.from(kdf.salt, 'base64'), 64, cost);
  const head = `["hufu vault",1,"${id}","scrypt",131072,8,1,"${kdf.salt}"]`;
  expect(createHmac('sha256', derived.subarray(32)).update(head).digest('base64')).toBe(check);
  const dataKey = openWith(derived.subarray(0, 32), wrappedKey, head);
  const purposeKey = (purpose: string) => createHmac('sha256', dataKey).update(`hufu vault ${purpose}\u0001`).digest();
  expect(createHmac('sha256', purposeKey('seal')).update(document).digest('hex')).toBe(seal);
  const [entry] = entries;
  if (!entry) throw new Error('There must be an entry.');
  const plaintext = openWith(purposeKey('entries'), entry, `["hufu vault entry","${id}","${name}"]`);
  expect(JSON.parse(plaintext.toString('utf8'))).toEqual(value);
});

interface Box {
  readonly nonce: string;
  readonly ciphertext: string;
}

function openWith(key: Uint8Array, { nonce, ciphertext }: Box, place: string): Buffer {
  const bytes = Buffer.from(ciphertext, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'base64'));
  decipher.setAAD(Buffer.from(place));
  decipher.setAuthTag(bytes.subarray(-16));
  return Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()]);
}
