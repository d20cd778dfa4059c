import type { z } from 'zod';
import type { Bilingual } from '../bilingual.ts';
import type { Data } from './data.ts';
import { namedPath } from './profile-changes.ts';

/** What is wrong with a profile, and where. */
export interface ProfileProblem {
  /** Names and indexes from the profile's top: `interfaces`, `cardStatus`, `samples`, 0, `body`. */
  readonly path: readonly (string | number)[];
  readonly severity: 'error' | 'warning';
  readonly text: Bilingual;
  /** Where it stands in the file, as far as the file says it. */
  readonly position?: { readonly line: number; readonly column: number };
}

/** A place as sentences name it: `header.appCode.length`; items of lists by their names where they have one. */
export function pathText(path: ProfileProblem['path'], whole?: Data): string {
  return namedPath(whole ?? null, path).join('.');
}

interface Issues {
  readonly zh: z.core.$ZodError;
  readonly en: z.core.$ZodError;
}

/** The same refusal of a schema in both languages. */
export function problemsOf({ zh, en }: Issues): readonly ProfileProblem[] {
  const english = flat(en.issues);
  return flat(zh.issues).map(({ path, message }, index) => ({
    path,
    severity: 'error' as const,
    text: { zh: message, en: english[index]?.message ?? message },
  }));
}

interface FlatIssue {
  readonly path: ProfileProblem['path'];
  readonly message: string;
}

/** Of alternatives, the one that came furthest says best what is wrong. */
function flat(issues: readonly z.core.$ZodIssue[], base: ProfileProblem['path'] = []): readonly FlatIssue[] {
  return issues.flatMap((issue) => {
    const path = [...base, ...issue.path.map((name) => (typeof name === 'symbol' ? String(name) : name))];
    if (issue.code !== 'invalid_union') return [{ path, message: issue.message }];
    const furthest = issue.errors
      .map((alternative) => flat(alternative, path))
      .filter((found) => found.some((one) => one.path.length > path.length))
      .toSorted((one, other) => one.length - other.length)[0];
    return furthest ?? [{ path, message: issue.message }];
  });
}
