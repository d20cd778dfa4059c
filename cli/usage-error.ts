import { HufuError, type HufuErrorDetail } from '../shared/hufu-error.ts';

/** Wrong use of the command: exit code 2. Everything else that a user can cause ends with 1. */
export class UsageError extends HufuError {}

/** Runs what reads the command's own options, so that whatever it refuses counts as wrong use. */
export function asUsage<Result>(read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    throw error instanceof HufuError ? new UsageError(error.detail) : error;
  }
}

export function usage(code: string, field: string, [zh, en]: readonly [string, string]): UsageError {
  const detail: HufuErrorDetail = { code, field, text: { zh, en } };
  return new UsageError(detail);
}
