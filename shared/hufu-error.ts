import type { Bilingual } from './bilingual.ts';

export interface HufuErrorDetail {
  /** Stable name of the failure, `area.whatIsWrong`, for instance `sm4.keyLength`. Tests and callers match on it. */
  readonly code: string;
  /** One sentence each: which value, what was found, what was expected. Never holds key material. */
  readonly text: Bilingual;
  /** The input that is wrong: a header field, key slot, convention or option. */
  readonly field?: string;
  /** Clause of the standard that the expectation comes from, as printed there: `7.1.1.1`. */
  readonly clause?: string;
  /** Where in a text: both count from 1, columns in UTF-16 units as editors count them. */
  readonly position?: { readonly line: number; readonly column: number };
}

/**
 * A failure that a user can understand and act on. Everything else that is thrown is a defect of ours.
 * `message` is the English sentence, so that a log stays readable when the error was not caught where it should be.
 */
export class HufuError extends Error {
  readonly detail: HufuErrorDetail;

  constructor(detail: HufuErrorDetail) {
    super(detail.text.en);
    this.name = 'HufuError';
    this.detail = detail;
  }

  get code(): string {
    return this.detail.code;
  }
}

/** Gives `error` the field and clause of the place that asked for the work, unless it already names its own. */
export function withContext(error: unknown, context: Pick<HufuErrorDetail, 'field' | 'clause'>): unknown {
  return error instanceof HufuError ? new HufuError({ ...context, ...error.detail }) : error;
}
