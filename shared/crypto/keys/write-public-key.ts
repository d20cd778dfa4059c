import type { KeyMaterial, PublicKeyExportForm } from '../../model/key.ts';
import { base64FromBytes, bytesFromBase64 } from '../encodings/base64.ts';
import { bytesFromHex, hexFromBytes } from '../encodings/hex.ts';
import type { CryptoEngine } from '../engine.ts';
import { keyError } from './key-error.ts';
import { spkiStructure } from './sm2-structures.ts';
import { writePem } from './write-pem.ts';

/**
 * The public half of an SM2 key in a form to hand over. One line without line end, but for PEM. Throws
 * `key.exportForm` for a symmetric key or text, and for a certificate where the key came with none.
 */
export function writePublicKey(
  material: KeyMaterial,
  form: PublicKeyExportForm,
  { engine }: { readonly engine: CryptoEngine },
): string {
  const publicKey = publicKeyOf(material, engine);
  switch (form) {
    case 'hex-65':
      return hexFromBytes(publicKey);
    case 'hex-64':
      return hexFromBytes(publicKey.subarray(1));
    case 'hex-33':
      return hexFromBytes(compressed(publicKey));
    case 'base64-65':
      return base64FromBytes(publicKey);
    case 'base64-64':
      return base64FromBytes(publicKey.subarray(1));
    case 'base64-33':
      return base64FromBytes(compressed(publicKey));
    case 'spki-pem':
      return writePem('PUBLIC KEY', spkiStructure(publicKey));
    case 'spki-base64':
      return base64FromBytes(spkiStructure(publicKey));
    case 'x509-pem':
      return writePem('CERTIFICATE', certificateOf(material));
  }
}

function publicKeyOf(material: KeyMaterial, engine: CryptoEngine): Uint8Array {
  if (material.algorithm === 'sm2Public') return bytesFromHex(material.publicKey);
  if (material.algorithm === 'sm2Private') return engine.sm2PublicKey(bytesFromHex(material.privateKey));
  throw keyError('key.exportForm', {
    zh: '对称密钥和文本没有公钥，不能按公钥导出。',
    en: 'Symmetric keys and texts have no public half that could be exported.',
  });
}

function compressed(publicKey: Uint8Array): Uint8Array {
  return Uint8Array.of(0x02 + ((publicKey[64] ?? 0) & 1), ...publicKey.subarray(1, 33));
}

function certificateOf(material: KeyMaterial): Uint8Array {
  if ('certificate' in material && material.certificate !== undefined) return bytesFromBase64(material.certificate);
  throw keyError('key.exportForm', {
    zh: '这把密钥没有证书，不能导出为证书；请选公钥的其他形式。',
    en: 'This key came with no certificate and cannot be exported as one; choose another form of the public key.',
  });
}
