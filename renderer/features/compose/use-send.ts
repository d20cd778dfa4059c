import { useCallback } from 'react';
import { type QueryClient, skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Bilingual } from '../../../shared/bilingual.ts';
import type { CallRecord } from '../../../shared/model/call-record.ts';
import { failureFrom, isAbandoned } from '../../app/host-failure.ts';
import { useHost } from '../../app/host-context.ts';
import { queryKeys } from '../../app/queries.ts';
import { compose, useCompose } from './compose-store.ts';

/** A call that was made, with the request it was made from. */
export interface SentCall {
  readonly requestId: string;
  readonly title: Bilingual;
  readonly record: CallRecord;
}

/** The screen's memory of a session; what must be kept longer is history and not its business. */
const rememberedCalls = 200;

/** All calls since the page was opened, the newest first. */
export function useSentCalls(): readonly SentCall[] {
  const { data } = useQuery<readonly SentCall[]>({
    queryKey: queryKeys.sentCalls,
    queryFn: skipToken,
    staleTime: Infinity,
    gcTime: Infinity,
  });
  return data ?? noCalls;
}

const noCalls: readonly SentCall[] = [];

/** Sends the open request as it stands; does nothing while one is on its way. */
export function useSend(titleOf: (requestId: string) => Bilingual | undefined): () => Promise<void> {
  const host = useHost();
  const queryClient = useQueryClient();
  return useCallback(async () => {
    const { activeId: requestId, sending } = useCompose.getState();
    const call = compose.activeCall();
    if (requestId === undefined || !call || sending) return;
    const abandonment = new AbortController();
    compose.beginSending({ requestId, startedAt: Date.now(), cancel: () => abandonment.abort() });
    try {
      const record: CallRecord = await host.send.mutate({ call, drawn: {} }, { signal: abandonment.signal });
      remember(queryClient, { requestId, title: titleOf(requestId) ?? record.title, record });
      compose.endSending({ shownCall: record.id });
      // The serial was used up.
      compose.outdatePreview();
    } catch (error) {
      const failure = failureFrom(error);
      compose.endSending({ notSent: isAbandoned(error) ? 'cancelled' : failure });
      // The vault is not as this page thought.
      if (failure.code.startsWith('vault.')) await queryClient.invalidateQueries({ queryKey: queryKeys.vault });
    }
  }, [host, queryClient, titleOf]);
}

function remember(queryClient: QueryClient, sent: SentCall): void {
  queryClient.setQueryData<readonly SentCall[]>(queryKeys.sentCalls, (calls = []) =>
    [sent, ...calls].slice(0, rememberedCalls),
  );
}
