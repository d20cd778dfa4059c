import { generateKeyPairSync, type KeyObject, randomInt, sign, X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';

/** A certificate for tests, made when they run: no key lies in the repository and none can expire there. */
export interface TestCertificate {
  readonly name: string;
  readonly certificatePem: string;
  readonly keyPem: string;
  readonly key: KeyObject;
}

export interface TestCertificateOptions {
  readonly name: string;
  /** Host names and addresses it is good for. */
  readonly hosts?: readonly string[];
  /** Signs itself when absent. */
  readonly issuer?: TestCertificate;
  readonly isAuthority?: boolean;
  readonly validFrom?: Date;
  readonly validTo?: Date;
}

/** An X.509 version 3 certificate on P-256 with ECDSA and SHA-256 (RFC 5280 section 4.1, RFC 5758 section 3.2). */
export function makeTestCertificate({
  name,
  hosts = [],
  issuer,
  isAuthority = false,
  validFrom = new Date('2020-01-01T00:00:00Z'),
  validTo = new Date('2120-01-01T00:00:00Z'),
}: TestCertificateOptions): TestCertificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const ecdsaWithSha256 = sequence(oid('2a8648ce3d040302'));
  const extensions = [extension('551d13', sequence(...(isAuthority ? [der(0x01, Buffer.of(0xff))] : [])))];
  if (hosts.length > 0) extensions.push(extension('551d11', sequence(...hosts.map(generalName))));
  const body = sequence(
    der(0xa0, integer(2)),
    integer(randomInt(1, 2 ** 31)),
    ecdsaWithSha256,
    distinguishedName(issuer?.name ?? name),
    sequence(time(validFrom), time(validTo)),
    distinguishedName(name),
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(...extensions)),
  );
  const signature = sign('sha256', body, issuer?.key ?? privateKey);
  const certificate = sequence(body, ecdsaWithSha256, der(0x03, Buffer.concat([Buffer.of(0), signature])));
  return {
    name,
    certificatePem: new X509Certificate(certificate).toString(),
    keyPem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    key: privateKey,
  };
}

function der(tag: number, content: Buffer): Buffer {
  const { length } = content;
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.of(tag, ...size), content]);
}

function sequence(...parts: Buffer[]): Buffer {
  return der(0x30, Buffer.concat(parts));
}

/** Small and not negative: a zero byte in front of a set highest bit would be the sign. */
function integer(value: number): Buffer {
  const hex = value.toString(16);
  const bytes = Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex');
  return der(0x02, (bytes[0] ?? 0) < 0x80 ? bytes : Buffer.concat([Buffer.of(0), bytes]));
}

function oid(hex: string): Buffer {
  return der(0x06, Buffer.from(hex, 'hex'));
}

function time(date: Date): Buffer {
  const digits = date.toISOString().replaceAll(/[-:T]|\.\d+/g, '');
  // RFC 5280 section 4.1.2.5: UTCTime through the year 2049.
  return date.getUTCFullYear() < 2050 ? der(0x17, Buffer.from(digits.slice(2))) : der(0x18, Buffer.from(digits));
}

function distinguishedName(commonName: string): Buffer {
  return sequence(der(0x31, sequence(oid('550403'), der(0x0c, Buffer.from(commonName, 'utf8')))));
}

function extension(id: string, value: Buffer): Buffer {
  return sequence(oid(id), der(0x04, value));
}

/** Names and IPv4 addresses. */
function generalName(host: string): Buffer {
  return isIP(host) === 4
    ? der(0x87, Buffer.from(host.split('.').map(Number)))
    : der(0x82, Buffer.from(host, 'latin1'));
}
