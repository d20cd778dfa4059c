import { wrongCharacter, wrongCheckCharacter, wrongLength, type CodeFault } from './code-fault.ts';

/** Digits and capital letters without I, O, S, V and Z, which look like others (GB 32100—2015, 5). */
export const creditCodeAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const title = { zh: '统一社会信用代码', en: 'A unified social credit code' };

/**
 * What is wrong with a 统一社会信用代码 (GB 32100—2015): registering department, category, six digits of a division, nine
 * characters of an organisation code, one check character by MOD 31 with weights 3^i. The organisation code's own check
 * digit is not looked at: codes given before 2015 were taken over as they were.
 */
export function unifiedCreditCodeFault(text: string): CodeFault | undefined {
  const characters = [...text];
  if (characters.length !== 18) return wrongLength(title, { found: characters.length, expected: 18 });
  const wrong = characters.findIndex((character, index) =>
    index >= 2 && index < 8 ? !/^\d$/.test(character) : !creditCodeAlphabet.includes(character),
  );
  const found = characters[wrong];
  if (found !== undefined) {
    const expected =
      wrong >= 2 && wrong < 8
        ? { zh: '数字（第 3 至 8 位是行政区划代码）', en: 'a digit (characters 3 to 8 are a division)' }
        : { zh: '数字或除 I、O、S、V、Z 以外的大写字母', en: 'a digit or a capital letter other than I, O, S, V, Z' };
    return wrongCharacter({ position: wrong + 1, found }, expected);
  }
  const expected = creditCodeCheckCharacter(text);
  const last = text.slice(17);
  return last === expected ? undefined : wrongCheckCharacter({ expected, found: last }, 'GB 32100');
}

/** Over the first 17 characters. */
export function creditCodeCheckCharacter(text: string): string {
  let weight = 1;
  let sum = 0;
  for (const character of text.slice(0, 17)) {
    sum += creditCodeAlphabet.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return creditCodeAlphabet.charAt((31 - (sum % 31)) % 31);
}
