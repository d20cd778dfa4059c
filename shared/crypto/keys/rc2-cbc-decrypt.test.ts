import { expect, it } from 'vitest';
import { bytesFromHex, hexFromBytes } from '../encodings/hex.ts';
import { rc2CbcDecrypt } from './rc2-cbc-decrypt.ts';

/** RFC 2268 clause 5. */
it.each([
  ['0000000000000000', 63, '0000000000000000', 'ebb773f993278eff'],
  ['ffffffffffffffff', 64, 'ffffffffffffffff', '278b27e42e2f0d49'],
  ['3000000000000000', 64, '1000000000000001', '30649edf9be7d2c2'],
  ['88', 64, '0000000000000000', '61a8a244adacccf0'],
  ['88bca90e90875a', 64, '0000000000000000', '6ccf4308974c267f'],
  ['88bca90e90875a7f0f79c384627bafb2', 64, '0000000000000000', '1a807d272bbe5db1'],
  ['88bca90e90875a7f0f79c384627bafb2', 128, '0000000000000000', '2269552ab0f85ca6'],
  ['88bca90e90875a7f0f79c384627bafb216f80a6f85920584c42fceb0be255daf1e', 129, '0000000000000000', '5b78d3a43dfff1f1'],
])('key %s of %i bits', (key, effectiveBits, plaintext, ciphertext) => {
  const options = {
    key: bytesFromHex(key),
    iv: new Uint8Array(8),
    ciphertext: bytesFromHex(ciphertext),
    effectiveBits,
  };
  expect(hexFromBytes(rc2CbcDecrypt(options))).toBe(plaintext);
});

it('chains: each block is combined with the ciphertext before it', () => {
  const block = '278b27e42e2f0d49';
  const options = {
    key: new Uint8Array(8).fill(0xff),
    iv: bytesFromHex('ffffffffffffffff'),
    ciphertext: bytesFromHex(block + block),
    effectiveBits: 64,
  };
  expect(hexFromBytes(rc2CbcDecrypt(options))).toBe('0000000000000000d874d81bd1d0f2b6');
});
