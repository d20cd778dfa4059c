import { hexFromBytes } from '../encodings/hex.ts';
import { utf8FromBytes } from '../encodings/utf8.ts';
import { derChildren, derFields, derObjectIdentifier, derTag } from './der.ts';
import type { DerElement } from './der.ts';

/** A distinguished name (RFC 5280 clause 4.1.2.4). */
export interface CertificateName {
  /** The first CN; absent when there is none. */
  readonly commonName?: string;
  /** Everything in the order of the certificate: `C=CN, O=…, CN=…`. */
  readonly text: string;
}

const attributeNames: Readonly<Record<string, string>> = {
  '2.5.4.3': 'CN',
  '2.5.4.4': 'SN',
  '2.5.4.5': 'serialNumber',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.9': 'street',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
  '2.5.4.12': 'title',
  '2.5.4.42': 'GN',
  '0.9.2342.19200300.100.1.1': 'UID',
  '0.9.2342.19200300.100.1.25': 'DC',
  '1.2.840.113549.1.9.1': 'emailAddress',
};

export function certificateName(element: DerElement): CertificateName {
  const attributes = derChildren(element).map((set) => derChildren(set).map(attributeFrom));
  const common = attributes.flat().find(({ name }) => name === 'CN');
  const text = attributes.map((set) => set.map(({ name, value }) => `${name}=${value}`).join(' + ')).join(', ');
  return { ...(common === undefined ? {} : { commonName: common.value }), text };
}

function attributeFrom(element: DerElement): { readonly name: string; readonly value: string } {
  const fields = derFields(element);
  const identifier = derObjectIdentifier(fields.next(derTag.objectIdentifier));
  const [, value] = derChildren(element);
  return { name: attributeNames[identifier] ?? identifier, value: value === undefined ? '' : directoryText(value) };
}

/** DirectoryString and its kin. What cannot be read is shown as `#` and hex, as RFC 4514 does: a name never refuses a key. */
function directoryText({ tag, content }: DerElement): string {
  switch (tag) {
    case 0x0c: // UTF8String
    case 0x14: // TeletexString: in practice UTF-8 or ASCII
      try {
        return utf8FromBytes(content);
      } catch {
        return `#${hexFromBytes(content)}`;
      }
    case 0x12: // NumericString
    case 0x13: // PrintableString
    case 0x16: // IA5String
    case 0x1a: // VisibleString
      return Array.from(content, (byte) => String.fromCharCode(byte)).join('');
    case 0x1e: // BMPString
      return textFromBmp(content);
    default:
      return `#${hexFromBytes(content)}`;
  }
}

/** UTF-16, big end first. */
export function textFromBmp(content: Uint8Array): string {
  let text = '';
  for (let index = 0; index + 1 < content.length; index += 2) {
    text += String.fromCharCode(((content[index] ?? 0) << 8) | (content[index + 1] ?? 0));
  }
  return text;
}
