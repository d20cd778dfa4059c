import type { GeneratedKind, KeyMaterial } from '../../model/key.ts';
import { base64UrlFromBytes } from '../encodings/base64.ts';
import type { CryptoEngine, RandomBytes } from '../engine.ts';
import { sm2Parameters } from '../sm2/curve-parameters.ts';
import { withRandomScalar } from '../sm2/random-scalar.ts';

const digits = '0123456789';
const lettersAndDigits = `ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz${digits}`;

/** A source that gives this many unusable bytes for 16 characters is broken. */
const mostDraws = 100;

interface Options {
  readonly engine: CryptoEngine;
  readonly randomBytes: RandomBytes;
}

/** A new key. Throws `RangeError` for a random source that is broken. */
export function generateKey(kind: GeneratedKind, { engine, randomBytes }: Options): KeyMaterial {
  switch (kind) {
    case 'sm2':
      return { algorithm: 'sm2Private', privateKey: privateKey(randomBytes) };
    case 'sm4Hex':
      return { algorithm: 'sm4', text: engine.encodeHex(drawn(randomBytes, 16)) };
    case 'sm4Base64':
      return { algorithm: 'sm4', text: engine.encodeBase64(drawn(randomBytes, 16)) };
    case 'sm4Characters':
      return { algorithm: 'sm4', text: characters(lettersAndDigits, randomBytes) };
    case 'sm4Digits':
      return { algorithm: 'sm4', text: characters(digits, randomBytes) };
    case 'secret':
      return { algorithm: 'text', text: base64UrlFromBytes(drawn(randomBytes, 32)) };
  }
}

/** d in 1..n−2 (GB/T 32918.1 clause 6.1), evenly. */
function privateKey(randomBytes: RandomBytes): string {
  const d = withRandomScalar(randomBytes, (k) => (k <= sm2Parameters.n - 2n ? k : undefined));
  return d.toString(16).padStart(64, '0');
}

/** Bytes beyond the largest multiple of the alphabet's size are drawn again, or its first characters would be likelier. */
function characters(alphabet: string, randomBytes: RandomBytes): string {
  const limit = 256 - (256 % alphabet.length);
  let text = '';
  for (let draw = 0; draw < mostDraws; draw += 1) {
    for (const byte of drawn(randomBytes, 16)) {
      if (byte < limit && text.length < 16) text += alphabet[byte % alphabet.length] ?? '';
    }
    if (text.length === 16) return text;
  }
  throw new RangeError(`the random source gave ${mostDraws * 16} bytes that make no key`);
}

function drawn(randomBytes: RandomBytes, length: number): Uint8Array {
  const bytes = randomBytes(length);
  if (bytes.length === length) return bytes;
  throw new RangeError(`the random source gave ${bytes.length} bytes instead of ${length}`);
}
