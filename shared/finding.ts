import type { Bilingual } from './bilingual.ts';
import { HufuError } from './hufu-error.ts';

/** Where a fact comes from: S printed in the standard, P or F seen in the field, I inferred, A assumed. */
export type Mark = 'S' | 'P' | 'F' | 'I' | 'A';

/** `error`: the message is wrong or would be refused. `warning`: probably a mistake. `notice`: worth knowing. */
export type Severity = 'error' | 'warning' | 'notice';

/** One thing that was noticed about a message or an input. */
export interface Finding {
  /** Stable name, `area.whatIsWrong`. */
  readonly code: string;
  readonly severity: Severity;
  readonly message: Bilingual;
  /** Clause of the standard, as printed there; absent where the standard has none. */
  readonly clause?: string;
  /** How the expectation is known; absent for what no standard decides (broken JSON, for instance). */
  readonly mark?: Mark;
  /** Header field, key slot, convention, or JSON Pointer into the body. */
  readonly field?: string;
  readonly position?: { readonly line: number; readonly column: number };
}

/** A refused input as a finding, so that a preview can go on with the other steps. Rethrows what is no HufuError. */
export function findingFrom(error: unknown, context: Pick<Finding, 'field' | 'clause'>): Finding {
  if (!(error instanceof HufuError)) throw error;
  const { code, text, ...place } = error.detail;
  return { ...context, ...place, code, severity: 'error', message: text };
}
