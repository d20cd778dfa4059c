import { useEffect, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { HufuErrorDetail } from '../../../shared/hufu-error.ts';
import type { Preview } from '../../../shared/model/call-record.ts';
import { failureFrom } from '../../app/host-failure.ts';
import { useHost } from '../../app/host-context.ts';
import { queryKeys } from '../../app/queries.ts';
import { compose, useCompose } from './compose-store.ts';

/** Long enough that quick typing asks once, short enough to feel immediate. */
const debounceMilliseconds = 120;

/** With a file in the body each computation takes the host longer than the pause between two keystrokes. */
const large = { characters: 500_000, debounceMilliseconds: 400 };

export interface PreviewState {
  /** The newest preview of the open request that there is; kept while the next one is computed. */
  readonly preview: Preview | undefined;
  readonly failure: HufuErrorDetail | undefined;
  readonly isComputing: boolean;
}

/**
 * What the open request would look like on the wire. Computed by the host a moment after the last change; a newer
 * change abandons the computation under way. The revision names the input, so that no body is hashed or compared here.
 */
export function usePreview(): PreviewState {
  const host = useHost();
  const activeId = useCompose((state) => state.activeId);
  const revision = useCompose((state) => state.revision);
  const settled = useSettled(revision, activeId);

  const { data, error, isFetching } = useQuery({
    queryKey: [...queryKeys.preview, activeId, settled],
    queryFn: async ({ signal }): Promise<Preview> => {
      const call = compose.activeCall();
      if (!call) throw new Error('No request is open.');
      return host.preview.mutate({ call, drawn: {}, ...compose.activePlace() }, { signal });
    },
    enabled: activeId !== undefined,
    retry: false,
    staleTime: Infinity,
    gcTime: 0,
  });

  const [kept, setKept] = useState<{ readonly id: string | undefined; readonly preview: Preview }>();
  if (data && kept?.preview !== data) setKept({ id: activeId, preview: data });

  return {
    preview: data ?? (kept?.id === activeId ? kept?.preview : undefined),
    failure: error ? failureFrom(error) : undefined,
    isComputing: isFetching || settled !== revision,
  };
}

/** The value once it has not changed for a moment; at once when another request was opened. */
function useSettled(value: number, immediateFor: string | undefined): number {
  const [settled, setSettled] = useState({ value, id: immediateFor });
  useEffect(() => {
    const isLarge = (compose.activeCall()?.body.length ?? 0) > large.characters;
    const delay = isLarge ? large.debounceMilliseconds : debounceMilliseconds;
    const timer = setTimeout(() => setSettled({ value, id: immediateFor }), delay);
    return () => clearTimeout(timer);
  }, [value, immediateFor]);
  return settled.id === immediateFor ? settled.value : value;
}
