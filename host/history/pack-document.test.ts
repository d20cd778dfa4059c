import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packDocument, unpackDocument } from './pack-document.ts';

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const plain = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.uint8Array({ maxLength: 40 }),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(
      fc.oneof(fc.string({ maxLength: 6 }), fc.constantFrom('$bytes', '$body', '$$body', 'as', 'type', '$')),
      tie('value'),
      { maxKeys: 4, noNullPrototype: true },
    ),
  ),
})).value;

describe('a packed document', () => {
  it('comes back as it was, whatever its members are called and wherever the limit lies', () => {
    fc.assert(
      fc.property(plain, fc.integer({ min: 0, max: 30 }), (document, limit) => {
        expect(unpackDocument(packDocument(document, { digest, limit }))).toEqual(document);
      }),
    );
  });

  it('keeps long values once, under their digest', () => {
    const long = '长'.repeat(100);
    const { text, bodies } = packDocument(
      { a: long, b: [long], c: new TextEncoder().encode(long) },
      { digest, limit: 50 },
    );
    expect(text).not.toContain('长');
    expect(bodies.map(({ name }) => name)).toEqual([digest(new TextEncoder().encode(long))]);
  });

  it('keeps half a character, which has no UTF-8 form', () => {
    const broken = `${'x'.repeat(100)}\ud83d`;
    expect(unpackDocument(packDocument(broken, { digest, limit: 10 }))).toBe(broken);
  });

  it('does not pass over a body that is missing', () => {
    const packed = packDocument('x'.repeat(100), { digest, limit: 10 });
    expect(() => unpackDocument({ ...packed, bodies: [] })).toThrow('not there');
  });
});
