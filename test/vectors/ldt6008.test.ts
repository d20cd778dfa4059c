import { expect, test } from 'vitest';
import { createNodeEngine } from '../../host/crypto/node-engine.ts';
import { createPortableEngine } from '../../shared/crypto/portable-engine.ts';
import { judgeLdt6008, type Ldt6008Vectors } from './ldt6008-vectors.ts';
import { readVectors } from './read-vectors.ts';

const randomBytes = (length: number) => crypto.getRandomValues(new Uint8Array(length));

test.each([
  ['portable', createPortableEngine({ randomBytes })],
  ['node', createNodeEngine()],
])('whole LD/T 6008 messages, %s engine', (_name, engine) => {
  const file = readVectors<Ldt6008Vectors>('ldt6008');
  const results = judgeLdt6008(engine, file);
  expect(results.filter(({ passed }) => !passed)).toEqual([]);
  expect(new Set(results.map(({ tcId }) => tcId)).size).toBe(file.numberOfTests);
});
