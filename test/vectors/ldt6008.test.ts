import { describe, expect, it } from 'vitest';
import { createPortableEngine } from '../../shared/crypto/portable-engine.ts';
import { judgeLdt6008 } from './ldt6008-vectors.ts';
import { readVectors } from './read-vectors.ts';

const file = readVectors<Parameters<typeof judgeLdt6008>[1] & { numberOfTests: number }>('ldt6008');

describe.each([
  [
    'portable',
    createPortableEngine({ randomBytes: (length: number) => crypto.getRandomValues(new Uint8Array(length)) }),
  ],
])('LD/T 6008 messages, %s engine', (_name, engine) => {
  it('judges every test, and each as the file says', () => {
    const results = judgeLdt6008(engine, file);
    expect(results.filter(({ passed }) => !passed)).toEqual([]);
    expect(results).toHaveLength(file.numberOfTests);
  });
});
