import { createCipheriv, createDecipheriv, createHmac, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** Parameters of scrypt (RFC 7914), as they stand in the file. Memory is 128 × N × r bytes. */
export interface KdfParameters {
  readonly name: 'scrypt';
  readonly N: number;
  readonly r: number;
  readonly p: number;
  /** Base64 of 32 bytes. */
  readonly salt: string;
}

export interface SealedBox {
  /** Base64 of 12 bytes. */
  readonly nonce: string;
  /** Base64 of the ciphertext and the 16 bytes of its tag. */
  readonly ciphertext: string;
}

const usual = { name: 'scrypt', N: 2 ** 17, r: 8, p: 1 } as const;
/** Eight times what is usual, in memory or in time. */
const mostWork = 2 ** 30;
const tagLength = 16;
const nonceLength = 12;

export function newKdfParameters(): KdfParameters {
  return { ...usual, salt: randomBytes(32).toString('base64') };
}

/** Nothing weaker than what is written here, and nothing that would take the machine down. */
export function isAcceptable({ N, r, p, salt }: KdfParameters): boolean {
  const whole = [Math.log2(N), r, p].every((number) => Number.isInteger(number));
  const enough = N >= usual.N && r >= usual.r && p >= usual.p && Buffer.from(salt, 'base64').length >= 16;
  return whole && enough && 128 * N * r * p <= mostWork;
}

/** One half wraps the data key, the other tells whether the passphrase is right. Takes 0.2 to 1.5 s and 128 MB. */
export function passphraseKeys(
  passphrase: string,
  { N, r, p, salt }: KdfParameters,
): Promise<{ readonly wrapping: Buffer; readonly verifier: Buffer }> {
  // The same words typed on another system may be composed in another way.
  const bytes = Buffer.from(passphrase.normalize('NFKC'), 'utf8');
  const options = { N, r, p, maxmem: 128 * N * r * 2 };
  return new Promise((resolve, reject) => {
    scrypt(bytes, Buffer.from(salt, 'base64'), 64, options, (error, derived) => {
      bytes.fill(0);
      if (error) reject(error);
      else resolve({ wrapping: derived.subarray(0, 32), verifier: derived.subarray(32) });
    });
  });
}

/**
 * 32 bytes for one purpose, from the data key: HKDF-Expand of RFC 5869, whose first step a random key does not need
 * (section 3.3). By hand, since Electron's BoringSSL has been without `crypto.hkdf` at times.
 */
export function purposeKey(dataKey: Uint8Array, purpose: 'entries' | 'seal'): Buffer {
  return authenticate(dataKey, `hufu vault ${purpose}\u0001`);
}

export function authenticate(key: Uint8Array, text: string): Buffer {
  return createHmac('sha256', key).update(text, 'utf8').digest();
}

export function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}

/** AES-256-GCM with a nonce of its own. `place` is associated data: the box opens nowhere else. */
export function sealBox(key: Uint8Array, { plaintext, place }: { plaintext: Uint8Array; place: string }): SealedBox {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(place, 'utf8'));
  const ciphertext = Buffer.concat([cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]);
  return { nonce: nonce.toString('base64'), ciphertext: ciphertext.toString('base64') };
}

/** Undefined for another key, another place, or anything that was altered. */
export function openBox(key: Uint8Array, { nonce, ciphertext }: SealedBox, place: string): Buffer | undefined {
  const [start, sealed] = [Buffer.from(nonce, 'base64'), Buffer.from(ciphertext, 'base64')];
  if (start.length !== nonceLength || sealed.length < tagLength) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', key, start, { authTagLength: tagLength });
  decipher.setAAD(Buffer.from(place, 'utf8'));
  decipher.setAuthTag(sealed.subarray(-tagLength));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, -tagLength)), decipher.final()]);
  } catch {
    return undefined;
  }
}
