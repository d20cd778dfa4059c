import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkIdentityNumber } from './identity-number.ts';

const right = '11010519491231002X';

describe('checkIdentityNumber', () => {
  it('accepts the example of GB 11643 and numbers with a digit at the end', () => {
    expect(checkIdentityNumber(right)).toEqual({ verdict: 'right' });
    expect(checkIdentityNumber('110105194912310046')).toEqual({ verdict: 'right' });
  });

  it('says which check character would be right', () => {
    expect(checkIdentityNumber('110105194912310021')).toEqual({
      verdict: 'checkCharacter',
      expected: 'X',
      found: '1',
    });
  });

  it.each([
    ['', { verdict: 'length', found: 0 }],
    ['11010519491231002', { verdict: 'length', found: 17 }],
    ['110105491231002', { verdict: 'length', found: 15 }],
    ['11010519491231002x', { verdict: 'characters' }],
    ['1101051949123100２X', { verdict: 'characters' }],
    ['11010519490230002X', { verdict: 'birthDate', found: '19490230' }],
    ['11010500000101002X', { verdict: 'birthDate', found: '00000101' }],
  ])('tells what is wrong with "%s"', (text, verdict) => {
    expect(checkIdentityNumber(text)).toEqual(verdict);
  });

  it('notices every single wrong digit and every exchange of neighbours', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }), (place, step) => {
        const digit = (Number(right[place]) + step) % 10;
        const wrong = right.slice(0, place) + String(digit) + right.slice(place + 1);
        expect(checkIdentityNumber(wrong).verdict).not.toBe('right');
      }),
    );
    for (let place = 0; place < 17; place += 1) {
      const swapped = right.slice(0, place) + right[place + 1] + right[place] + right.slice(place + 2);
      if (swapped !== right) expect(checkIdentityNumber(swapped).verdict).not.toBe('right');
    }
  });
});
