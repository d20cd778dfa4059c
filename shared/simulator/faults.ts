import { encodeText, type TextEncoding } from '../crypto/encodings/text-encoding.ts';
import { hexFromBytes } from '../crypto/encodings/hex.ts';
import type { RunResult } from '../pipeline/run-steps.ts';
import type { SimulatorOptions } from './simulator.ts';

/** The message with one bit of its (first) ciphertext flipped; a message in clear stays as it is. */
export function damageCiphertext(text: string, response: RunResult): string {
  const bytes = firstPart(response, 'ciphertextBytes');
  const encoded = firstPart(response, 'ciphertext');
  const step = response.trace.steps.find(
    ({ kind, outputs }) => kind === 'text.encode' && outputs.some(({ slot }) => slot === 'ciphertext'),
  );
  if (!(bytes instanceof Uint8Array) || typeof encoded !== 'string' || !step) return text;
  const damaged = bytes.slice();
  const last = damaged.length - 1;
  damaged[last] = (damaged[last] ?? 0) ^ 1;
  const written = encodeText(damaged, step.options['encoding'] as TextEncoding);
  return text.replace(JSON.stringify(encoded), () => JSON.stringify(written));
}

/** The provider's keys with every one replaced by another of the same form, as if it had taken another caller's. */
export function otherKeys({
  keys,
  engine,
}: Pick<SimulatorOptions, 'keys' | 'engine'>): Readonly<Record<string, string>> {
  // SM3 of the key is a valid private key but for a chance of one in 2^32, and its beginning a valid symmetric key.
  const replaced = Object.entries(keys).map(([slot, text]) => {
    const digest = engine.sm3(new TextEncoder().encode(text));
    if (slot.endsWith('PublicKey')) return [slot, hexFromBytes(engine.sm2PublicKey(digest))] as const;
    if (slot.endsWith('PrivateKey')) return [slot, hexFromBytes(digest)] as const;
    return [slot, otherText(text, digest)] as const;
  });
  return Object.fromEntries(replaced);
}

/** Of the same length and alphabet: hex, Base64, or any characters. */
function otherText(text: string, digest: Uint8Array): string {
  const isBase64 = /^[A-Za-z\d+/]+={1,2}$/.test(text) && text.length % 4 === 0;
  if (isBase64) return encodeText(digest.subarray(0, (text.length / 4) * 3 - (text.endsWith('==') ? 2 : 1)), 'base64');
  return hexFromBytes(digest).slice(0, text.length).padEnd(text.length, '0');
}

function firstPart({ slots }: RunResult, slot: string): string | Uint8Array | undefined {
  const value = slots.get(slot);
  return value?.type === 'parts' ? value.parts[0]?.content : undefined;
}
