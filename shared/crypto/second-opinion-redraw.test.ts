import { expect, test, vi } from 'vitest';
import { createPortableEngine } from './portable-engine.ts';
import { secondOpinion } from './second-opinion.ts';

const engine = createPortableEngine({ randomBytes: (length) => new Uint8Array(length).fill(9) });
const publicKey = engine.sm2PublicKey(new Uint8Array(32).fill(7));
const message = Uint8Array.of(0xc7);
const layout = { form: 'raw', order: 'C1C3C2', prefix04: false } as const;

const answers = vi.hoisted(() => [] as string[]);
vi.mock('sm-crypto', () => ({ default: { sm2: { doEncrypt: () => answers.shift() } } }));

test('a ciphertext in which the message stands, as sm-crypto makes one in 256 of a byte, is made again', () => {
  const right = engine.sm2Encrypt(publicKey, message, layout);
  answers.push(`${engine.encodeHex(right).slice(0, -2)}c7`, engine.encodeHex(right));
  expect(secondOpinion.sm2Encrypt(publicKey, message, layout)).toEqual(right);
  expect(answers).toHaveLength(0);
});
