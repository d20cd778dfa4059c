import type { Bilingual } from '../bilingual.ts';
import type { Data } from '../data/data.ts';
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
