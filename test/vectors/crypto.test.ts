import { randomFillSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createNodeEngine } from '../../host/crypto/node-engine.ts';
import type { RandomBytes } from '../../shared/crypto/engine.ts';
import { createPortableEngine } from '../../shared/crypto/portable-engine.ts';
import { secondOpinion } from '../../shared/crypto/second-opinion.ts';
import { cryptoVectorFiles, runCryptoVectors } from './crypto-vectors.ts';
import { readVectors } from './read-vectors.ts';
import type { EngineUnderTest, VectorFile, VectorGroup } from './vector-file.ts';

const randomBytes: RandomBytes = (length) => randomFillSync(new Uint8Array(length));
const native = createNodeEngine();

interface Subject {
  readonly name: string;
  readonly engine: EngineUnderTest;
  /** Why the engine cannot do the tests of a group, where it cannot. */
  readonly limit?: (group: VectorGroup) => string | undefined;
}

const subjects: readonly Subject[] = [
  {
    name: 'portable engine',
    engine: {
      create: (source) => createPortableEngine({ randomBytes: source ?? randomBytes }),
      takesRandomBytes: true,
      randomBytes,
    },
  },
  {
    name: `node engine: ${native.name}`,
    engine: {
      create: (source) => (source === undefined ? native : createNodeEngine({ randomBytes: source })),
      takesRandomBytes: true,
      randomBytes,
    },
  },
  {
    name: `second opinion: ${secondOpinion.name}`,
    engine: { create: () => secondOpinion, takesRandomBytes: false, randomBytes },
    // All else that sm-crypto gets wrong is caught before or behind it: see second-opinion.ts.
    limit: ({ type }) => (type === 'SM4AeadTest' ? 'not offered: sm4GcmEncrypt' : undefined),
  },
];

describe.each(subjects)('$name', ({ engine, limit }) => {
  test.each(cryptoVectorFiles)('%s', (file) => {
    const vectors = readVectors<VectorFile>(file);
    const results = runCryptoVectors(engine, file, vectors);
    expect(new Set(results.map(({ tcId }) => tcId)).size).toBe(vectors.numberOfTests);
    const limits = vectors.testGroups.flatMap((group) => {
      const why = limit?.(group);
      return why === undefined ? [] : group.tests.map(({ tcId }) => ({ file, tcId, passed: false, why }));
    });
    expect(results.filter(({ passed }) => !passed)).toEqual(limits);
  });
});
