import { expect, it } from 'vitest';
import { readKeyFile } from './read-key-file.ts';

it('takes the bytes as they are, text or not', async () => {
  const file = new File([new Uint8Array([0x30, 0x82, 0xff, 0x00])], 'key.p12');
  expect(await readKeyFile(file)).toEqual({ name: 'key.p12', base64: 'MIL/AA==' });
});

it('refuses what is far too large for a key, and says how large it is', async () => {
  const file = new File([new Uint8Array(1_000_001)], 'disk.img');
  expect(await readKeyFile(file)).toMatchObject({
    refused: { code: 'key.fileTooLarge', text: { en: expect.stringContaining('1000001') as string } },
  });
});
