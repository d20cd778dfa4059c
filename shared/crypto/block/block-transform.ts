import { viewOf } from '../view-of.ts';

/** `BlockOptions` without the padding, which is done before and after. */
export type Chaining = { readonly mode: 'ECB' } | { readonly mode: 'CBC'; readonly iv: Uint8Array };

/** What a cipher does to whole blocks, with key and IV of the right lengths. */
export interface BlockTransform {
  /** May overwrite `blocks` and answer with it. */
  encrypt(key: Uint8Array, blocks: Uint8Array, chaining: Chaining): Uint8Array;
  /** Leaves `blocks` as they are. */
  decrypt(key: Uint8Array, blocks: Uint8Array, chaining: Chaining): Uint8Array;
}

/** A block cipher with its key set. Both operations work in place on the block that begins at `offset`. */
export interface BlockCipher {
  /** Bytes. */
  readonly blockLength: number;
  encryptBlock(bytes: DataView, offset: number): void;
  decryptBlock(bytes: DataView, offset: number): void;
}

/** ECB and CBC (GB/T 17964-2021) from a cipher that does one block. */
export function blockTransform(setKey: (key: Uint8Array) => BlockCipher): BlockTransform {
  return {
    encrypt(key, blocks, chaining) {
      encryptInPlace(setKey(key), blocks, chaining);
      return blocks;
    },
    decrypt(key, blocks, chaining) {
      const copy = blocks.slice();
      decryptInPlace(setKey(key), copy, chaining);
      return copy;
    },
  };
}

function encryptInPlace(cipher: BlockCipher, blocks: Uint8Array, chaining: Chaining): void {
  const view = viewOf(blocks);
  const first = chaining.mode === 'CBC' ? viewOf(chaining.iv) : undefined;
  for (let offset = 0; offset < blocks.length; offset += cipher.blockLength) {
    if (first !== undefined) addPrevious(view, { offset, blockLength: cipher.blockLength, first });
    cipher.encryptBlock(view, offset);
  }
}

/** From the last block to the first: so the block before is still ciphertext when it is needed. */
function decryptInPlace(cipher: BlockCipher, blocks: Uint8Array, chaining: Chaining): void {
  const view = viewOf(blocks);
  const first = chaining.mode === 'CBC' ? viewOf(chaining.iv) : undefined;
  for (let offset = blocks.length - cipher.blockLength; offset >= 0; offset -= cipher.blockLength) {
    cipher.decryptBlock(view, offset);
    if (first !== undefined) addPrevious(view, { offset, blockLength: cipher.blockLength, first });
  }
}

/** Adds the block before, or `first` to the first one. */
function addPrevious(
  bytes: DataView,
  { offset, blockLength, first }: { readonly offset: number; readonly blockLength: number; readonly first: DataView },
): void {
  for (let index = 0; index < blockLength; index += 4) {
    const previous = offset === 0 ? first.getInt32(index) : bytes.getInt32(offset - blockLength + index);
    bytes.setInt32(offset + index, bytes.getInt32(offset + index) ^ previous);
  }
}
