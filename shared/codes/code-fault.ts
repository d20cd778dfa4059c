import type { Bilingual } from '../bilingual.ts';

/**
 * What is wrong with a number. The sentence names positions, lengths and single characters, never the number: it may be a
 * real person's and findings are kept.
 */
export interface CodeFault {
  readonly fault: 'length' | 'characters' | 'form' | 'division' | 'birthDate' | 'checkCharacter';
  readonly message: Bilingual;
}

export function wrongLength(
  { zh, en }: Bilingual,
  { found, expected }: { found: number; expected: number },
): CodeFault {
  return {
    fault: 'length',
    message: {
      zh: `${zh}应为 ${expected} 位，实际 ${found} 位。`,
      en: `${en} has ${expected} characters and this has ${found}.`,
    },
  };
}

/** Position from 1. */
export function wrongCharacter(
  { position, found }: { readonly position: number; readonly found: string },
  expected: Bilingual,
): CodeFault {
  return {
    fault: 'characters',
    message: {
      zh: `第 ${position} 位是“${found}”，应为${expected.zh}。`,
      en: `Character ${position} is "${found}" and should be ${expected.en}.`,
    },
  };
}

export function wrongCheckCharacter(
  { expected, found }: { readonly expected: string; readonly found: string },
  standard: string,
): CodeFault {
  return {
    fault: 'checkCharacter',
    message: {
      zh: `校验位应为 ${expected}，实际是 ${found}（${standard}）；请核对各位，或确认是有意为之。`,
      en: `The check character should be ${expected} and is ${found} (${standard}); look for a mistyped character, unless it is meant to be wrong.`,
    },
  };
}
