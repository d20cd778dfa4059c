import type { Bilingual } from '../../bilingual.ts';

/** How the bytes of a DER structure were written down. */
export type DerWrapping = 'pem' | 'der' | 'base64' | 'base64url' | 'hex';

/** How a bare number or point was written down. */
export type TextWrapping = 'hex' | 'base64' | 'base64url';

/** Bare d of 32 bytes (33 with 00 in front), SEC1 (RFC 5915), PKCS#8 (RFC 5208), encrypted PKCS#8, PKCS#12 (RFC 7292). */
export type PrivateKeyForm =
  | `${TextWrapping}-d`
  | 'raw-32'
  | `sec1-${DerWrapping}`
  | 'sec1-pem-encrypted'
  | `pkcs8-${DerWrapping}`
  | `encrypted-pkcs8-${DerWrapping}`
  | Pkcs12Form;

/** Bare point: 65 bytes 04‖X‖Y (or hybrid 06, 07), 64 bytes X‖Y, 33 bytes 02/03‖X; SPKI (RFC 5280); certificate. */
export type PublicKeyForm = `${TextWrapping | 'raw'}-${65 | 64 | 33}` | `spki-${DerWrapping}` | CertificateForm;

export type CertificateForm = `x509-${DerWrapping}`;
export type Pkcs12Form = `pkcs12-${DerWrapping}`;
export type KeyForm = PrivateKeyForm | PublicKeyForm;

const structureNames = {
  d: { zh: '私钥数值 d', en: 'private key number d' },
  32: { zh: '32 字节的私钥', en: 'private key of 32 bytes' },
  65: { zh: '公钥 04‖X‖Y', en: 'public key 04‖X‖Y' },
  64: { zh: '公钥 X‖Y', en: 'public key X‖Y' },
  33: { zh: '压缩公钥', en: 'compressed public key' },
  sec1: { zh: 'SEC1 私钥', en: 'SEC1 private key' },
  pkcs8: { zh: 'PKCS#8 私钥', en: 'PKCS#8 private key' },
  'encrypted-pkcs8': { zh: '加密的 PKCS#8 私钥', en: 'encrypted PKCS#8 private key' },
  spki: { zh: 'SPKI 公钥', en: 'SPKI public key' },
  x509: { zh: 'X.509 证书', en: 'X.509 certificate' },
  pkcs12: { zh: 'PKCS#12 文件', en: 'PKCS#12 file' },
} as const satisfies Record<string, Bilingual>;

const wrappingNames = {
  hex: { zh: '十六进制', en: 'hex' },
  base64: { zh: 'Base64', en: 'Base64' },
  base64url: { zh: 'Base64url', en: 'Base64url' },
  pem: { zh: 'PEM', en: 'PEM' },
  der: { zh: 'DER', en: 'DER' },
  raw: { zh: '原始字节', en: 'raw bytes' },
} as const satisfies Record<string, Bilingual>;

/** What the form is called on the screen: `PKCS#8 private key, PEM`. */
export function keyFormName(form: KeyForm): Bilingual {
  if (form === 'sec1-pem-encrypted') {
    return { zh: '加密的 SEC1 私钥（旧式 DEK-Info），PEM', en: 'encrypted SEC1 private key (old DEK-Info kind), PEM' };
  }
  const cut = form.lastIndexOf('-');
  const [first, last] = [form.slice(0, cut), form.slice(cut + 1)];
  const structure = namedIn(structureNames, first) ?? namedIn(structureNames, last);
  const wrapping = namedIn(wrappingNames, last) ?? namedIn(wrappingNames, first);
  return { zh: `${structure?.zh}，${wrapping?.zh}`, en: `${structure?.en}, ${wrapping?.en}` };
}

function namedIn(names: Readonly<Record<string, Bilingual>>, key: string): Bilingual | undefined {
  return Object.hasOwn(names, key) ? names[key] : undefined;
}
