import { type QueryClient, useQuery } from '@tanstack/react-query';
import type { CallRecord } from '../../../shared/model/call-record.ts';
import type { HistoryCall, HistoryEntry } from '../../../shared/model/history.ts';
import { useHost } from '../../app/host-context.ts';
import { queryKeys } from '../../app/queries.ts';

const noEntries: readonly HistoryEntry[] = [];

/** The newest hundred calls of all that were sent, the newest first. */
export function useRecentCalls(): readonly HistoryEntry[] {
  const host = useHost();
  const { data } = useQuery({
    queryKey: queryKeys.recentCalls,
    queryFn: async ({ signal }): Promise<readonly HistoryEntry[]> =>
      (await host.history.list.query({ limit: 100 }, { signal })).entries,
    // The command line sends calls too, into the same history.
    refetchOnWindowFocus: 'always',
  });
  return data ?? noEntries;
}

/** One call whole. */
export function useHistoryCall(id: string | undefined) {
  const host = useHost();
  return useQuery({
    queryKey: queryKeys.historyCall(id ?? ''),
    queryFn: async ({ signal }): Promise<HistoryCall> => host.history.show.query(id ?? '', { signal }),
    enabled: id !== undefined,
    retry: false,
    // Another window marks, removes and sends too.
    refetchOnWindowFocus: 'always',
  });
}

/** What was just sent is shown at once; every list of calls is asked for anew. */
export async function rememberCall(queryClient: QueryClient, record: CallRecord): Promise<void> {
  const entry = entryOf(record);
  queryClient.setQueryData<HistoryCall>(queryKeys.historyCall(record.id), { entry, record });
  queryClient.setQueryData<readonly HistoryEntry[]>(queryKeys.recentCalls, (entries = noEntries) => [
    entry,
    ...entries.filter(({ id }) => id !== record.id),
  ]);
  // It may have opened a session, or ended one.
  await queryClient.invalidateQueries({ queryKey: queryKeys.sessions });
  // What could not be written down is in no list of the host; it stays in sight until the page goes.
  if (record.notRecorded === undefined) await refreshHistory(queryClient);
}

/** Everything that shows the history, after something changed in it. Calls that are gone are not asked for again. */
export function refreshHistory(queryClient: QueryClient, gone: readonly string[] = []): Promise<void> {
  const names = new Set<unknown>(gone);
  return queryClient.invalidateQueries({
    queryKey: queryKeys.history,
    predicate: ({ queryKey }) => !queryKey.some((name) => names.has(name)),
  });
}

/** As the host will list it; size and marks follow with the next answer. */
function entryOf(record: CallRecord): HistoryEntry {
  const { id, requestId, title, call, url, startedAt, verdict, status, http, bodiesKept } = record;
  return {
    id,
    title,
    platform: call.platform,
    interface: call.interface,
    environment: call.environment,
    url,
    startedAt,
    verdict,
    size: 0,
    bodiesKept,
    pinned: false,
    note: '',
    tags: [],
    ...(requestId !== undefined && { requestId }),
    ...(status && { status: { code: status.code, meaning: status.meaning } }),
    ...(http && { http: { status: http.status, milliseconds: http.timings.total } }),
  };
}
