import { checkCharacter } from './mod-37-36.ts';

/** Of the identifiers of electronic licences (GB/T 36904). */
const root = '1.2.156.3005.2';

interface Parts {
  /** Code of the licence type, 21 characters. */
  readonly type: string;
  /** 统一社会信用代码 of the issuer, 18 characters. */
  readonly issuer: string;
  /** At most 32 characters. */
  readonly serial: string;
  /** Three characters. */
  readonly version: string;
}

/** `1.2.156.3005.2.<type>.<issuer>.<serial>.<version>.<check>`; the check character is over the parts without the dots. */
export function certificateIdentifier({ type, issuer, serial, version }: Parts): string {
  const check = checkCharacter(`${type}${issuer}${serial}${version}`);
  if (check === undefined) throw new TypeError('Parts of an identifier are digits and capital letters');
  return [root, type, issuer, serial, version, check].join('.');
}

/** Whether a text is an identifier of a licence with a right check character. */
export function isCertificateIdentifier(text: string): boolean {
  const match = /^1\.2\.156\.3005\.2\.([\dA-Z]{21})\.([\dA-Z]{18})\.([\dA-Z]{1,32})\.([\dA-Z]{3})\.([\dA-Z])$/.exec(
    text,
  );
  return match !== null && checkCharacter(match.slice(1, 5).join('')) === match[5];
}
