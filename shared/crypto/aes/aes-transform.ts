import { cbc, ecb } from '@noble/ciphers/aes.js';
import type { BlockTransform, Chaining } from '../block/block-transform.ts';

/** AES-128 (FIPS 197) by @noble/ciphers, its padding switched off. */
export const aesTransform: BlockTransform = {
  encrypt: (key, blocks, chaining) => cipher(key, chaining).encrypt(blocks),
  decrypt: (key, blocks, chaining) => cipher(key, chaining).decrypt(blocks),
};

function cipher(key: Uint8Array, chaining: Chaining): ReturnType<typeof ecb> {
  return chaining.mode === 'ECB' ? ecb(key, { disablePadding: true }) : cbc(key, chaining.iv, { disablePadding: true });
}
