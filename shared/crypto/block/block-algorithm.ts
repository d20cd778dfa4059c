/** What the checks of keys, IVs and lengths need to know of a cipher. Lengths are bytes. */
export interface BlockAlgorithm {
  /** First part of the error codes. */
  readonly id: 'sm4' | 'aes' | 'desEde';
  readonly name: string;
  readonly blockLength: number;
  readonly keyLengths: readonly number[];
}

export const sm4Algorithm: BlockAlgorithm = { id: 'sm4', name: 'SM4', blockLength: 16, keyLengths: [16] };
export const aesAlgorithm: BlockAlgorithm = { id: 'aes', name: 'AES-128', blockLength: 16, keyLengths: [16] };
export const desEdeAlgorithm: BlockAlgorithm = { id: 'desEde', name: 'DESede', blockLength: 8, keyLengths: [16, 24] };
