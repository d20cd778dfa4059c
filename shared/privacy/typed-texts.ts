import { codeTables } from '../codes/tables.ts';
import { checkField } from '../profile/check-header.ts';
import type { Profile } from '../profile/profile.ts';
import { partsOf } from '../pipeline/trace-view.ts';
import type { Trace } from '../pipeline/trace.ts';

interface HeaderValue {
  readonly name: string;
  readonly value: string;
}

/**
 * Whether a header value is of the form that its field's own rule gives (appCode, a time, a signature). Whatever else
 * stands in a header was typed by somebody and may say anything.
 */
export function isRuled(profile: Profile | undefined, { name, value }: HeaderValue): boolean {
  const field = profile?.header.find((candidate) => candidate.name === name);
  if (!field) return false;
  const { rule, pattern, codes, check } = field;
  // A number that checks out is the very one that must not be shown.
  if (check !== undefined) return false;
  if (codes !== undefined && codes !== 'status' && codeTables[codes].find(value) === undefined) return false;
  if (rule.rule === 'byHand' && pattern === undefined && codes === undefined) return false;
  return checkField(field, value).length === 0;
}

/**
 * Header values of a trace that nobody's rule gave: typed by hand, or the other side's own words (`msg`). Of a platform
 * that is not known here, which has no rules, every one.
 */
export function typedTexts(trace: Trace, profile: Profile | undefined): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { outputs } of trace.steps) {
    for (const { slot, value } of outputs) {
      // HTTP headers have their own rules.
      if (value?.type !== 'fields' || slot === 'httpHeaders') continue;
      for (const { name, content } of partsOf(value)) {
        if (typeof content === 'string' && !isRuled(profile, { name, value: content })) found.add(content);
      }
    }
  }
  return found;
}
