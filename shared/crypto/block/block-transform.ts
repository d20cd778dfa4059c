import { viewOf } from '../view-of.ts';

/** `BlockOptions` without the padding, which is done before and after. */
export type Chaining = { readonly mode: 'ECB' } | { readonly mode: 'CBC'; readonly iv: Uint8Array };

/** What a cipher does to whole blocks, with key and IV of the right lengths. */
export interface BlockTransform {
  /** May overwrite `blocks` and answer with it. */
  readonly encrypt: (key: Uint8Array, blocks: Uint8Array, chaining: Chaining) => Uint8Array;
  /** With PKCS#7 padding, from whoever can add it without a copy. Leaves `plaintext` as it is. */
  readonly encryptPkcs7?: (key: Uint8Array, plaintext: Uint8Array, chaining: Chaining) => Uint8Array;
  /** Leaves `blocks` as they are. */
  readonly decrypt: (key: Uint8Array, blocks: Uint8Array, chaining: Chaining) => Uint8Array;
}

/** Where blocks stand, in bytes: whole blocks from `start` up to `end`. */
export interface BlockRange {
  readonly start: number;
  readonly end: number;
}

/** A block cipher with its key set. Both operations work in place, on each block by itself. */
export interface BlockCipher {
  /** Bytes. */
  readonly blockLength: number;
  readonly encryptBlocks: (bytes: DataView, range: BlockRange) => void;
  readonly decryptBlocks: (bytes: DataView, range: BlockRange) => void;
}

/** ECB and CBC (GB/T 17964-2021) from a cipher that does blocks one by one. */
export function blockTransform(setKey: (key: Uint8Array) => BlockCipher): BlockTransform {
  return {
    encrypt(key, blocks, chaining) {
      const cipher = setKey(key);
      if (chaining.mode === 'CBC') chain(cipher, blocks, chaining.iv);
      else cipher.encryptBlocks(viewOf(blocks), { start: 0, end: blocks.length });
      return blocks;
    },
    decrypt(key, blocks, chaining) {
      const cipher = setKey(key);
      // Not `slice`, which for a Buffer is the same memory.
      const plaintext = new Uint8Array(blocks);
      cipher.decryptBlocks(viewOf(plaintext), { start: 0, end: plaintext.length });
      if (chaining.mode === 'CBC') unchain(plaintext, { blocks, iv: chaining.iv });
      return plaintext;
    },
  };
}

/** To each block the ciphertext before it is added first. */
function chain({ blockLength, encryptBlocks }: BlockCipher, blocks: Uint8Array, iv: Uint8Array): void {
  const view = viewOf(blocks);
  let previous = { view: viewOf(iv), offset: 0 };
  for (let start = 0; start < blocks.length; start += blockLength) {
    add(view, { start, previous, length: blockLength });
    encryptBlocks(view, { start, end: start + blockLength });
    previous = { view, offset: start };
  }
}

/** To each decrypted block the ciphertext before it is added. */
function unchain(
  plaintext: Uint8Array,
  { blocks, iv }: { readonly blocks: Uint8Array; readonly iv: Uint8Array },
): void {
  const view = viewOf(plaintext);
  const blockLength = iv.length;
  add(view, { start: 0, previous: { view: viewOf(iv), offset: 0 }, length: blockLength });
  const rest = { start: blockLength, previous: { view: viewOf(blocks), offset: 0 } };
  add(view, { ...rest, length: plaintext.length - blockLength });
}

interface Addition {
  readonly start: number;
  readonly previous: { readonly view: DataView; readonly offset: number };
  /** Bytes, a multiple of 4. */
  readonly length: number;
}

function add(view: DataView, { start, previous, length }: Addition): void {
  for (let index = 0; index < length; index += 4) {
    view.setInt32(start + index, view.getInt32(start + index) ^ previous.view.getInt32(previous.offset + index));
  }
}
