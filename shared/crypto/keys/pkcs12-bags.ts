import type { CryptoEngine } from '../engine.ts';
import { textFromBmp } from './certificate-name.ts';
import { derFromBer } from './der-from-ber.ts';
import { derChildren, derFields, derObjectIdentifier, derTag, readDer } from './der.ts';
import type { DerElement } from './der.ts';
import { keyError } from './key-error.ts';
import { passwordBasedDecrypt } from './password-based-decrypt.ts';
import { requirePkcs12Mac } from './pkcs12-mac.ts';

/** What lies in a PKCS#12 file, still as written there. */
export interface Pkcs12Bag {
  readonly kind: 'privateKey' | 'encryptedPrivateKey' | 'certificate';
  readonly element: DerElement;
  readonly friendlyName?: string;
}

interface Options {
  readonly engine: CryptoEngine;
  readonly password: string;
}

const data = '1.2.840.113549.1.7.1';
const encryptedData = '1.2.840.113549.1.7.6';
const x509Certificate = '1.2.840.113549.1.9.22.1';
const friendlyName = '1.2.840.113549.1.9.20';

/** RFC 7292 clause 4.2; revocation lists and secrets are passed over. */
const bagKinds: Readonly<Record<string, Pkcs12Bag['kind'] | 'nested'>> = {
  '1.2.840.113549.1.12.10.1.1': 'privateKey',
  '1.2.840.113549.1.12.10.1.2': 'encryptedPrivateKey',
  '1.2.840.113549.1.12.10.1.3': 'certificate',
  '1.2.840.113549.1.12.10.1.6': 'nested',
};

/** Bags within bags: no program nests them, and none may exhaust the stack. */
const deepest = 4;

/**
 * Checks the MAC of a PFX (RFC 7292 clause 4), opens its parts and lists the bags in them. `file` is BER. Throws
 * `key.passwordWrong`, `key.encryption`, `key.encryptionCost`, `key.der`.
 */
export function pkcs12Bags(file: Uint8Array, options: Options): readonly Pkcs12Bag[] {
  const fields = derFields(readDer(derFromBer(file)));
  fields.next(derTag.integer);
  const content = octets(contentInfo(fields.next(derTag.sequence), data));
  const macData = fields.optional(derTag.sequence);
  fields.end();
  if (macData !== undefined) requirePkcs12Mac(macData, { ...options, content });
  return derChildren(readDer(derFromBer(content))).flatMap((part) => bagsIn(safeContents(part, options), 0));
}

function safeContents(part: DerElement, options: Options): DerElement {
  const identifier = derObjectIdentifier(derFields(part).next(derTag.objectIdentifier));
  if (identifier !== encryptedData) return readDer(derFromBer(octets(contentInfo(part, data))));
  const fields = derFields(contentInfo(part, encryptedData));
  fields.next(derTag.integer);
  const content = derFields(fields.next(derTag.sequence));
  content.next(derTag.objectIdentifier);
  const scheme = content.next(derTag.sequence);
  const ciphertext = implicitOctets(content.optional(0xa0) ?? content.next(0x80));
  return readDer(derFromBer(passwordBasedDecrypt({ scheme, ciphertext }, options)));
}

function bagsIn(contents: DerElement, depth: number): readonly Pkcs12Bag[] {
  return derChildren(contents).flatMap((bag) => {
    const fields = derFields(bag);
    const kind = bagKinds[derObjectIdentifier(fields.next(derTag.objectIdentifier))];
    const value = readDer(fields.next(0xa0).content);
    if (kind === undefined) return [];
    if (kind === 'nested') return depth < deepest ? bagsIn(value, depth + 1) : [];
    const name = nameIn(fields.optional(derTag.set));
    const element = kind === 'certificate' ? certificateIn(value) : value;
    return element === undefined ? [] : [{ kind, element, ...(name === undefined ? {} : { friendlyName: name }) }];
  });
}

function certificateIn(bag: DerElement): DerElement | undefined {
  const fields = derFields(bag);
  if (derObjectIdentifier(fields.next(derTag.objectIdentifier)) !== x509Certificate) return undefined;
  return readDer(octets(readDer(fields.next(0xa0).content)));
}

function nameIn(attributes: DerElement | undefined): string | undefined {
  for (const attribute of attributes === undefined ? [] : derChildren(attributes)) {
    const fields = derFields(attribute);
    if (derObjectIdentifier(fields.next(derTag.objectIdentifier)) !== friendlyName) continue;
    const [value] = derChildren(fields.next(derTag.set));
    return value?.tag === 0x1e ? textFromBmp(value.content) : undefined;
  }
  return undefined;
}

/** ContentInfo (RFC 2315): the type and, explicitly tagged, the content. */
function contentInfo(element: DerElement, expected: string): DerElement {
  const fields = derFields(element);
  const identifier = derObjectIdentifier(fields.next(derTag.objectIdentifier));
  if (identifier === expected) return readDer(fields.next(0xa0).content);
  throw keyError('key.encryption', {
    zh: `PKCS#12 文件的一部分以 ${identifier} 的方式保护（例如用证书加密），不能用密码打开。`,
    en: `A part of the PKCS#12 file is protected in the way ${identifier} (with a certificate, for instance) and cannot be opened with a password.`,
  });
}

function octets(element: DerElement): Uint8Array {
  if (element.tag === derTag.octetString) return element.content;
  throw keyError('key.der', {
    zh: 'PKCS#12 的结构不完整或被改动：缺少字节串。',
    en: 'The structure of the PKCS#12 file is incomplete or was changed: an octet string is missing.',
  });
}

/** [0] IMPLICIT OCTET STRING: whole, or in BER as octet strings one behind the other. */
function implicitOctets(element: DerElement): Uint8Array {
  if (element.tag === 0x80) return element.content;
  return Uint8Array.from(derChildren(element).flatMap((part) => [...octets(part)]));
}
