import { useState } from 'react';
import type { HufuErrorDetail } from '../../shared/hufu-error.ts';
import { failureFrom } from './host-failure.ts';

export interface Task {
  readonly isRunning: boolean;
  readonly failure: HufuErrorDetail | undefined;
  /** Runs `work`; the failure it ended with, if any, is returned and shown until the next run. */
  run: (work: () => Promise<void>) => Promise<HufuErrorDetail | undefined>;
}

/**
 * One thing at a time that a form asks of the host. Not a mutation of the query cache, which would go on holding what
 * was entered: keys, passwords and passphrases.
 */
export function useTask(): Task {
  const [isRunning, setRunning] = useState(false);
  const [failure, setFailure] = useState<HufuErrorDetail>();

  async function run(work: () => Promise<void>): Promise<HufuErrorDetail | undefined> {
    setRunning(true);
    setFailure(undefined);
    try {
      await work();
      return undefined;
    } catch (error) {
      const refused = failureFrom(error);
      setFailure(refused);
      return refused;
    } finally {
      setRunning(false);
    }
  }

  return { isRunning, failure, run };
}
