import { useCallback } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { failureFrom, isAbandoned } from '../../app/host-failure.ts';
import { useHost } from '../../app/host-context.ts';
import { queryKeys } from '../../app/queries.ts';
import { refreshHistory, rememberCall } from '../history/use-recent-calls.ts';
import { inFront } from './drafts.ts';
import { activeAttemptOf, compose, useCompose } from './compose-store.ts';

/** Sends the request in front as it stands; does nothing while it is on its way. Another one may be sent meanwhile. */
export function useSend(): () => Promise<void> {
  const host = useHost();
  const queryClient = useQueryClient();
  return useCallback(async () => {
    await inFront();
    const { activeId } = useCompose.getState();
    const call = compose.activeCall();
    if (activeId === undefined || !call || activeAttemptOf(useCompose.getState()).sending) return;
    const abandonment = new AbortController();
    compose.beginSending(activeId, { startedAt: Date.now(), cancel: () => abandonment.abort() });
    try {
      const input = { call, drawn: {}, ...compose.activePlace() };
      const record = await host.send.mutate(input, { signal: abandonment.signal });
      compose.endSending(activeId, { shownCall: record.id });
      // The serial was used up.
      compose.outdatePreview();
      if (record.extracted) await queryClient.invalidateQueries({ queryKey: queryKeys.handedOn });
      await rememberCall(queryClient, record);
    } catch (error) {
      const failure = failureFrom(error);
      compose.endSending(activeId, { notSent: isAbandoned(error) ? 'cancelled' : failure });
      // A call that was given up may have gone out: then it is in the history.
      await refreshHistory(queryClient);
      // The vault is not as this page thought.
      if (failure.code.startsWith('vault.')) await queryClient.invalidateQueries({ queryKey: queryKeys.vault });
    }
  }, [host, queryClient]);
}
