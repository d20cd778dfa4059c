import type { Finding } from '../finding.ts';
import { positionAt } from '../json/position.ts';
import type { Indicator } from '../profile/profile.ts';
import { bodyMembers } from './body-members.ts';
import { codeFindings } from './code-findings.ts';
import { checkOf } from './check-of.ts';

/** A body that is wrong everywhere needs not be told so for each of its thousand people. */
const maximumFindings = 50;

/** Codes and check characters of a composed body: a text that is valid JSON. Each finding has the place of its value. */
export function bodyCodeFindings(text: string, indicators: readonly Indicator[]): readonly Finding[] {
  const judged = new Map(
    indicators.filter(({ codes, check, checkBy }) => codes ?? check ?? checkBy).map((one) => [one.name, one]),
  );
  if (judged.size === 0) return [];
  const findings: Finding[] = [];
  for (const { name, value, pointer, offset, beside } of bodyMembers(text, new Set(judged.keys()))) {
    const indicator = judged.get(name);
    // A variable that is not known is told as such.
    if (!indicator || value === '' || value.includes('{{')) continue;
    const check = checkOf(indicator, { indicators, beside });
    for (const finding of codeFindings({ ...indicator, check }, value)) {
      findings.push({ ...finding, field: pointer, position: positionAt(text, offset) });
    }
    if (findings.length >= maximumFindings) break;
  }
  return findings;
}
