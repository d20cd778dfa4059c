import { identityNumberFault } from '../codes/identity-number.ts';
import { unifiedCreditCodeFault } from '../codes/unified-credit-code.ts';

/** Code units from `from` up to, not including, `to`. */
export interface TextRange {
  readonly from: number;
  readonly to: number;
}

/** What numbers of persons and their accounts look like. Letters or digits beside them make them another number: a serial. */
const patterns: readonly { readonly pattern: RegExp; readonly holds: (text: string) => boolean }[] = [
  { pattern: /(?<![\dA-Za-z])\d{17}[\dXx](?![\dA-Za-z])/g, holds: (text) => !identityNumberFault(text.toUpperCase()) },
  {
    pattern: /(?<![\dA-Za-z])\d{6}\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}(?![\dA-Za-z])/g,
    holds: () => true,
  },
  { pattern: /(?<![\dA-Za-z])1[3-9]\d{9}(?![\dA-Za-z])/g, holds: () => true },
  { pattern: /(?<![\dA-Za-z])\d{16,19}(?![\dA-Za-z])/g, holds: passesLuhn },
  { pattern: /(?<![\dA-Za-z])[\dA-HJ-NPQRTUWXY]{18}(?![\dA-Za-z])/g, holds: (text) => !unifiedCreditCodeFault(text) },
];

/** `"name":"value"`, the same escaped within a text, in single quotes, and numbers. Name and value are the groups. */
const members: readonly RegExp[] = [
  /"([^"\\]{1,64})"\s*:\s*"((?:[^"\\]|\\.)*)/g,
  /\\"([^"\\]{1,64})\\"\s*:\s*\\"((?:[^"\\]|\\\\.)*)/g,
  /'([^'\\]{1,64})'\s*:\s*'((?:[^'\\]|\\.)*)/g,
  /"([^"\\]{1,64})\\?"\s*:\s*(-?\d[\d.eE+-]*)/g,
];
/** `name=value` of forms and strings to sign. */
const pair = /(?:^|[&?\n])([\w.-]{1,64})=([^&\n]*)/g;

/**
 * Where a text shows personal data: values of members of these names (lower case), and whatever looks like the number of a
 * person, a phone, a bank card or an organisation. In order, none overlapping another.
 */
export function personalRanges(text: string, names: ReadonlySet<string>): readonly TextRange[] {
  const found: TextRange[] = [];
  for (const pattern of [...members, pair]) {
    for (const { 0: whole, 1: name = '', 2: value = '', index } of text.matchAll(pattern)) {
      const to = index + whole.length;
      if (value !== '' && names.has(name.toLowerCase())) found.push({ from: to - value.length, to });
    }
  }
  for (const { pattern, holds } of patterns) {
    for (const { 0: value, index } of text.matchAll(pattern)) {
      if (holds(value)) found.push({ from: index, to: index + value.length });
    }
  }
  return joined(found);
}

/** The text with every character of these ranges as a dot; lengths stay. */
export function maskRanges(text: string, ranges: readonly TextRange[]): string {
  let at = 0;
  const pieces = ranges.map(({ from, to }) => {
    const before = text.slice(at, from);
    at = to;
    return before + text.slice(from, to).replace(/./gsu, '•');
  });
  return pieces.join('') + text.slice(at);
}

function joined(ranges: readonly TextRange[]): readonly TextRange[] {
  const result: TextRange[] = [];
  for (const range of ranges.toSorted((one, other) => one.from - other.from || other.to - one.to)) {
    const last = result.at(-1);
    if (last && range.from < last.to) result[result.length - 1] = { from: last.from, to: Math.max(last.to, range.to) };
    else result.push(range);
  }
  return result;
}

/** The check digit of bank cards (ISO/IEC 7812). */
function passesLuhn(digits: string): boolean {
  const sum = [...digits].toReversed().reduce((total, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}
