import {
  type KeyDescription,
  type PublicKeyExportForm,
  publicKeyForms,
  type SecretKeyExportForm,
} from '../../../../shared/model/key.ts';

/** The forms a key's public half can be written in; none for a key that has no public half. */
export function publicForms({ publicKey, certificate }: KeyDescription): readonly PublicKeyExportForm[] {
  if (publicKey === undefined) return [];
  return publicKeyForms.filter((form) => form !== 'x509-pem' || certificate !== undefined);
}

/** The forms a key itself can be written in, the safest first; none for a public key. */
export function secretForms({ algorithm, reading }: KeyDescription): readonly SecretKeyExportForm[] {
  switch (algorithm) {
    case 'sm2Public':
      return [];
    case 'sm2Private':
      return ['encrypted-pkcs8-pem', 'pkcs8-pem', 'sec1-pem', 'hex-d'];
    case 'text':
      return ['text'];
    case 'sm4':
    case 'aes':
      return reading === undefined ? ['text'] : ['text', 'hex', 'base64'];
  }
}

interface PathSources {
  readonly folder: string;
  readonly label: string;
  readonly form: SecretKeyExportForm | PublicKeyExportForm;
}

/** Characters that one of the systems does not allow in the name of a file, and white space. */
const unfit = /[\\/:*?"<>|\s\p{Cc}]+/gu;

/** `label.pem` or `label.txt`, with what no file name may have taken out. */
export function fileNameFor({ label, form }: Omit<PathSources, 'folder'>): string {
  const name = label.replace(unfit, '-').replaceAll(/^[-.]+|[-.]+$/g, '');
  return `${name === '' ? 'key' : name}.${form.endsWith('-pem') ? 'pem' : 'txt'}`;
}

/** Where an exported key is offered to be put, in the manner of the host's system. */
export function suggestedPath({ folder, label, form }: PathSources): string {
  const separator = folder.includes('\\') && !folder.startsWith('/') ? '\\' : '/';
  return `${folder.replace(/[\\/]+$/, '')}${separator}${fileNameFor({ label, form })}`;
}
