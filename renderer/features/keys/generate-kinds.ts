import { type GeneratedKind, generatedKinds, type KeyAlgorithm } from '../../../shared/model/key.ts';

const algorithms: Readonly<Record<GeneratedKind, KeyAlgorithm>> = {
  sm2: 'sm2Private',
  sm4Hex: 'sm4',
  sm4Base64: 'sm4',
  sm4Characters: 'sm4',
  sm4Digits: 'sm4',
  secret: 'text',
};

/** What can be generated for a slot of this algorithm; everything where the key fills no slot. */
export function generateKinds(algorithm: KeyAlgorithm | undefined): readonly GeneratedKind[] {
  return generatedKinds.filter((kind) => algorithm === undefined || algorithms[kind] === algorithm);
}
