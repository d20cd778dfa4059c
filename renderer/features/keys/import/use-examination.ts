import { useEffect, useState } from 'react';
import type { HufuErrorDetail } from '../../../../shared/hufu-error.ts';
import type { FoundKey, KeyInput } from '../../../../shared/model/key.ts';
import { failureFrom, isAbandoned } from '../../../app/host-failure.ts';
import { useHost } from '../../../app/host-context.ts';
import type { KeyPlace } from '../keys-store.ts';

const debounceMilliseconds = 250;

export interface Examination {
  readonly isRunning: boolean;
  readonly found: readonly FoundKey[];
  readonly failure: HufuErrorDetail | undefined;
}

interface ExaminationRequest {
  /** Undefined while nothing was entered. Must be the same object as long as its content is. */
  readonly input: KeyInput | undefined;
  readonly password: string | undefined;
  readonly place: KeyPlace | undefined;
}

interface Answer extends Pick<ExaminationRequest, 'input' | 'password'> {
  readonly found: readonly FoundKey[];
  readonly failure: HufuErrorDetail | undefined;
}

/** What the host makes of what was entered so far, asked a moment after the last change; an older answer is dropped. */
export function useExamination({ input, password, place }: ExaminationRequest): Examination {
  const host = useHost();
  const [answer, setAnswer] = useState<Answer>();

  useEffect(() => {
    if (!input) return undefined;
    const abandonment = new AbortController();
    const { signal } = abandonment;
    const given = { input, ...(password === undefined ? {} : { password }), ...(place ? { place } : {}) };

    async function examine(): Promise<void> {
      try {
        const found: readonly FoundKey[] = await host.keys.examine.mutate(given, { signal });
        if (!signal.aborted) setAnswer({ input, password, found, failure: undefined });
      } catch (error) {
        if (signal.aborted || isAbandoned(error)) return;
        setAnswer({ input, password, found: [], failure: failureFrom(error) });
      }
    }

    const timer = setTimeout(() => void examine(), debounceMilliseconds);
    return () => {
      clearTimeout(timer);
      abandonment.abort();
    };
  }, [host, input, password, place]);

  if (!input) return { isRunning: false, found: [], failure: undefined };
  const isRunning = answer?.input !== input || answer.password !== password;
  // The last answer stays until the next is there: nothing flickers as one types.
  return { isRunning, found: answer?.found ?? [], failure: answer?.failure };
}
