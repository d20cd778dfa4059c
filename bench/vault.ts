import { createDecipheriv, createHmac, randomBytes, scrypt } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createVault } from '../host/vault/create-vault.ts';
import { compareMedians, compareMediansAwaited, within, type Row } from './compare-medians.ts';

/**
 * Unlocking, which is to take 0.2 to 1.5 s and hardly more than its scrypt; and taking a key out of an open vault of 100
 * (looking whether the file changed, decrypting, parsing), which is to add far less than 1 ms to a call.
 */
export async function benchVault(): Promise<readonly Row[]> {
  const directory = mkdtempSync(join(tmpdir(), 'hufu-bench-'));
  try {
    const vault = createVault({ directory, lock: (work) => work() });
    const passphrase = 'a passphrase of the benchmark';
    await vault.create(passphrase);
    vault.update((entries) => {
      for (let index = 0; index < 100; index += 1) entries.write(`key/${index}`, randomBytes(600).toString('base64'));
    });

    const derive = promisify<string, Buffer, number, object, Buffer>(scrypt);
    const salt = randomBytes(32);
    const cost = { N: 2 ** 17, r: 8, p: 1, maxmem: 2 ** 28 };
    const unlock = await compareMediansAwaited({
      name: 'vault: unlock (0.2 to 1.5 s)',
      own: () => vault.unlock(passphrase),
      peer: () => derive(passphrase, salt, 64, cost),
      peerName: 'bare crypto.scrypt',
      atMost: 1.2,
      rounds: 12,
    });
    const read = compareMedians({
      name: 'vault: one key of 100 (< 1 ms)',
      own: () => vault.read('key/99'),
      peer: bareDecryption(vault.dataKey(), join(directory, 'vault.hufu')),
      peerName: 'bare AES-256-GCM',
      atMost: 5,
      rounds: 2000,
    });
    return [within(unlock, { least: 200, most: 1500 }), within(read, { least: 0, most: 1 })];
  } finally {
    rmSync(directory, { recursive: true });
  }
}

/** Of the last entry, all that needs no cipher done before. */
function bareDecryption(dataKey: Uint8Array, path: string): () => Buffer {
  const document = JSON.parse(readFileSync(path, 'utf8').split('\n')[0] ?? '') as {
    readonly id: string;
    readonly entries: readonly { readonly name: string; readonly nonce: string; readonly ciphertext: string }[];
  };
  const entry = document.entries.at(-1);
  if (!entry) throw new Error('The vault of the benchmark is empty.');
  const key = createHmac('sha256', dataKey).update('hufu vault entries\u0001').digest();
  const place = Buffer.from(JSON.stringify(['hufu vault entry', document.id, entry.name]));
  const nonce = Buffer.from(entry.nonce, 'base64');
  const sealed = Buffer.from(entry.ciphertext, 'base64');
  return () => {
    const decipher = createDecipheriv('aes-256-gcm', key, nonce);
    decipher.setAAD(place);
    decipher.setAuthTag(sealed.subarray(-16));
    return Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
  };
}
