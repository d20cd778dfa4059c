import type { KeyMaterial } from '../../shared/model/key.ts';

/** A key as the pipeline takes it: the text as handed over, hex of SM2 numbers. */
export function pipelineKey(material: KeyMaterial): string {
  switch (material.algorithm) {
    case 'sm2Private':
      return material.privateKey;
    case 'sm2Public':
      return material.publicKey;
    case 'sm4':
    case 'aes':
    case 'text':
      return material.text;
  }
}
