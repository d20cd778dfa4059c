import { wrongCharacter, wrongCheckCharacter, wrongLength, type CodeFault } from './code-fault.ts';

/** Weights of the first 17 digits (GB 11643—1999, 4; the powers of two modulo 11). */
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkCharacters = '10X98765432';
const title = { zh: '公民身份号码', en: 'An identity number' };

/** First two digits of GB/T 2260, and 83: numbers of the residence permit for people of Taiwan begin with 830000. */
const provinces = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(' '),
);

/**
 * What is wrong with a citizen identity number (公民身份号码, GB 11643—1999): six digits of a division, eight of a birth
 * date, three of a sequence, one check character by ISO 7064 MOD 11-2. The check character is a capital X. Of the
 * division only the province is looked up: numbers keep codes of counties that were withdrawn long ago.
 */
export function identityNumberFault(text: string): CodeFault | undefined {
  const characters = [...text];
  if (characters.length !== 18) return wrongLength(title, { found: characters.length, expected: 18 });
  const wrong = characters.findIndex((character, index) => !(index === 17 ? /^[\dX]$/ : /^\d$/).test(character));
  const found = characters[wrong];
  if (found !== undefined) {
    const expected =
      wrong === 17 ? { zh: '数字或大写 X', en: 'a digit or a capital X' } : { zh: '数字', en: 'a digit' };
    return wrongCharacter({ position: wrong + 1, found }, expected);
  }
  if (!provinces.has(text.slice(0, 2))) {
    return {
      fault: 'division',
      message: {
        zh: '第 1、2 位不是省级行政区划代码（GB/T 2260）。',
        en: 'Characters 1 and 2 are the code of no province (GB/T 2260).',
      },
    };
  }
  if (!isDay(text.slice(6, 14))) {
    return {
      fault: 'birthDate',
      message: {
        zh: '第 7 至 14 位应为出生日期 yyyyMMdd，不是存在的日期。',
        en: 'Characters 7 to 14 should be a date of birth, yyyyMMdd, and are no date.',
      },
    };
  }
  const expected = identityCheckCharacter(text);
  const last = text.slice(17);
  return last === expected ? undefined : wrongCheckCharacter({ expected, found: last }, 'GB 11643');
}

/** Over the first 17 digits. */
export function identityCheckCharacter(text: string): string {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(text[index]), 0);
  return checkCharacters.charAt(sum % 11);
}

function isDay(text: string): boolean {
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6))];
  const date = new Date(Date.UTC(year, month - 1, day));
  // A day that the month does not have rolls over into the next one.
  return year >= 1800 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
