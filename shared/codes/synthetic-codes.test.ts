import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeChecks } from './checks.ts';
import { codeCheckNames } from './names.ts';

/** The same bytes again and again, another for each place. */
function bytesFrom(seed: readonly number[]) {
  let next = 0;
  return (length: number) => Uint8Array.from({ length }, () => seed[next++ % seed.length] ?? 0);
}

const seeds = fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 64, maxLength: 64 });

describe.each(codeCheckNames)('a synthetic %s', (name) => {
  const { fault, synthetic } = codeChecks[name];

  it('passes its own check', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        expect(fault(synthetic(bytesFrom(seed)))).toBeUndefined();
      }),
    );
  });

  it('fails it with any one character changed', () => {
    fc.assert(
      fc.property(
        seeds,
        fc.nat(),
        fc.constantFrom(...Array.from('0123456789ABCDEFGHJKLMNPQRTUWXY')),
        (seed, at, other) => {
          const right = synthetic(bytesFrom(seed));
          const place = at % right.length;
          fc.pre(right[place] !== other);
          expect(fault(right.slice(0, place) + other + right.slice(place + 1))).toBeDefined();
        },
      ),
    );
  });

  it('fails it with two neighbours exchanged, but for the rare pair that the modulus cannot tell', () => {
    let exchanged = 0;
    let noticed = 0;
    fc.assert(
      fc.property(seeds, (seed) => {
        const right = synthetic(bytesFrom(seed));
        for (let place = 0; place + 1 < right.length; place += 1) {
          const swapped = right.slice(0, place) + right[place + 1] + right[place] + right.slice(place + 2);
          if (swapped === right) continue;
          exchanged += 1;
          if (fault(swapped)) noticed += 1;
        }
      }),
    );
    expect(noticed / exchanged).toBeGreaterThan(0.97);
  });

  it('differs from draw to draw', () => {
    const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
    expect(new Set(Array.from({ length: 8 }, () => synthetic(random))).size).toBeGreaterThan(1);
  });
});

it('is of the reserved series', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      expect(codeChecks.identityNumber.synthetic(bytesFrom(seed))).toMatch(
        /^110105194912(0[1-9]|[12]\d|3[01])[3-9]\d\d[\dX]$/,
      );
      expect(codeChecks.unifiedCreditCode.synthetic(bytesFrom(seed))).toMatch(/^91350100M000/);
    }),
  );
});
