import { useMemo } from 'react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { HistoryEntry, HistoryFilter, HistoryPage } from '../../../shared/model/history.ts';
import { useHost } from '../../app/host-context.ts';
import { queryKeys } from '../../app/queries.ts';

const pageSize = 500;

export interface HistoryList {
  /** Undefined until the first answer. */
  readonly entries: readonly HistoryEntry[] | undefined;
  readonly error: Error | null;
  /** More is there than what was asked for so far. */
  readonly hasMore: boolean;
  readonly loadMore: () => void;
}

/** The calls that a filter lets through, as far as they were scrolled to. */
export function useHistoryList(filter: HistoryFilter): HistoryList {
  const host = useHost();
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: [...queryKeys.history, 'list', filter],
    queryFn: async ({ pageParam, signal }): Promise<HistoryPage> =>
      host.history.list.query({ filter, limit: pageSize, ...(pageParam !== '' && { after: pageParam }) }, { signal }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    // What was found before stays in sight while one types on.
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: 'always',
  });
  const entries = useMemo(() => data?.pages.flatMap((page) => page.entries), [data]);
  return {
    entries,
    error,
    hasMore: hasNextPage,
    loadMore() {
      if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
    },
  };
}
