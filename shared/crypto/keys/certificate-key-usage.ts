import { derChildren, derFields, derObjectIdentifier, derTag, readDer } from './der.ts';
import type { DerElement } from './der.ts';

/** RFC 5280 clause 4.2.1.3, in the order of the bits. */
const usages = [
  'digitalSignature',
  'nonRepudiation',
  'keyEncipherment',
  'dataEncipherment',
  'keyAgreement',
  'keyCertSign',
  'cRLSign',
  'encipherOnly',
  'decipherOnly',
] as const;

export type KeyUsage = (typeof usages)[number];

const keyUsage = '2.5.29.15';

/** What the key may be used for, from the extensions; empty when they do not say. */
export function certificateKeyUsage(extensions: DerElement | undefined): readonly KeyUsage[] {
  for (const extension of extensions === undefined ? [] : derChildren(extensions)) {
    const fields = derFields(extension);
    if (derObjectIdentifier(fields.next(derTag.objectIdentifier)) !== keyUsage) continue;
    fields.optional(derTag.boolean);
    const bits = readDer(fields.next(derTag.octetString).content).content.subarray(1);
    return usages.filter((_, index) => ((bits[index >> 3] ?? 0) & (0x80 >> (index & 7))) !== 0);
  }
  return [];
}
