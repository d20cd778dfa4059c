import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identityNumberFault } from './identity-number.ts';

const right = '11010519491231002X';

describe('identityNumberFault', () => {
  it('accepts the example of GB 11643 and numbers with a digit at the end', () => {
    expect(identityNumberFault(right)).toBeUndefined();
    expect(identityNumberFault('110105194912310046')).toBeUndefined();
  });

  it('says which check character would be right', () => {
    const fault = identityNumberFault('110105194912310021');
    expect(fault?.fault).toBe('checkCharacter');
    expect(fault?.message.zh).toContain('校验位应为 X，实际是 1（GB 11643）');
    expect(fault?.message.en).toContain('should be X and is 1 (GB 11643)');
  });

  it.each([
    ['', 'length', 'has 18 characters and this has 0'],
    ['11010519491231002', 'length', 'this has 17'],
    ['110105491231002', 'length', 'this has 15'],
    ['11010519491231002x', 'characters', 'Character 18 is "x" and should be a digit or a capital X'],
    ['1101051949123100２X', 'characters', 'Character 17 is "２" and should be a digit'],
    ['01010519491231002X', 'division', 'no province'],
    ['11010519490230002X', 'birthDate', 'Characters 7 to 14'],
    ['11010500000101002X', 'birthDate', 'Characters 7 to 14'],
  ])('tells what is wrong with "%s"', (text, kind, words) => {
    const fault = identityNumberFault(text);
    expect(fault?.fault).toBe(kind);
    expect(fault?.message.en).toContain(words);
  });

  it('never says the number, nor its date', () => {
    for (const text of ['110105194912310021', '11010519490230002X', '1101051949123100２X']) {
      const said = JSON.stringify(identityNumberFault(text));
      expect(said).not.toContain(text.slice(6, 14));
      expect(said).not.toContain(text);
    }
  });

  it('notices every single wrong digit and every exchange of neighbours', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }), (place, step) => {
        const digit = (Number(right[place]) + step) % 10;
        expect(identityNumberFault(right.slice(0, place) + String(digit) + right.slice(place + 1))).toBeDefined();
      }),
    );
    for (let place = 0; place < 17; place += 1) {
      const swapped = right.slice(0, place) + right[place + 1] + right[place] + right.slice(place + 2);
      if (swapped !== right) expect(identityNumberFault(swapped)).toBeDefined();
    }
  });
});
