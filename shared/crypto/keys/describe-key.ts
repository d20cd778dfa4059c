import type { KeyDescription, KeyMaterial } from '../../model/key.ts';
import { bytesFromBase64 } from '../encodings/base64.ts';
import { bytesFromHex, hexFromBytes } from '../encodings/hex.ts';
import type { CryptoEngine } from '../engine.ts';
import { certificateDescription } from './certificate-description.ts';
import { readDer } from './der.ts';
import { keyFingerprint } from './key-fingerprint.ts';
import { certificateFrom } from './read-certificate.ts';
import { symmetricReading } from './symmetric-reading.ts';

/** All but the form, which the key itself no longer tells. Costs a multiplication on the curve for a private key. */
export function describeKey(
  material: KeyMaterial,
  { engine }: { readonly engine: CryptoEngine },
): Omit<KeyDescription, 'form'> {
  const { algorithm } = material;
  const common = { algorithm, fingerprint: keyFingerprint(material, { engine }) };
  switch (material.algorithm) {
    case 'text':
      return common;
    case 'sm4':
    case 'aes': {
      const reading = symmetricReading(material.text)?.reading;
      return reading === undefined ? common : { ...common, reading };
    }
    case 'sm2Private':
    case 'sm2Public': {
      const publicKey =
        material.algorithm === 'sm2Public'
          ? material.publicKey
          : hexFromBytes(engine.sm2PublicKey(bytesFromHex(material.privateKey)));
      if (material.certificate === undefined) return { ...common, publicKey };
      const element = readDer(bytesFromBase64(material.certificate));
      const certificate = certificateFrom(element, { form: 'x509-der', engine });
      return { ...common, publicKey, certificate: certificateDescription(certificate) };
    }
  }
}
