import { useEffect, useState } from 'react';
import type { ProfileProblem } from '../../../../shared/own-platform/profile-problem.ts';
import type { HostClient } from '../../../app/host-client.ts';
import { useHost } from '../../../app/host-context.ts';
import type { PlatformDraft } from '../platforms-store.ts';

const afterMilliseconds = 250;

type Checked = Awaited<ReturnType<HostClient['ownPlatforms']['check']['mutate']>>;

/** What is wrong with the draft, a moment after the last change; what was found last stays until then. */
export function usePlatformCheck(draft: PlatformDraft): readonly ProfileProblem[] {
  const host = useHost();
  const [checked, setChecked] = useState<Checked>();
  const { id, basedOn, whole } = draft;
  useEffect(() => {
    const given = new AbortController();
    const timer = setTimeout(() => {
      host.ownPlatforms.check
        .mutate({ id, basedOn, whole }, { signal: given.signal })
        .then(setChecked, () => undefined);
    }, afterMilliseconds);
    return () => {
      clearTimeout(timer);
      given.abort();
    };
  }, [host, id, basedOn, whole]);
  return checked?.problems ?? none;
}

const none: readonly ProfileProblem[] = [];
