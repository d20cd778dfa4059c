import { openHistoryStore } from './open-history-store.ts';
import type { HistoryStore, HistoryThreads } from './history-store.ts';

/** The history on the caller's own thread: for a command, which has nothing else to do. Opened at first use. */
export function inlineHistory(directory: string): HistoryThreads {
  let store: HistoryStore | undefined;
  // Asynchronous like the threads: a failure is a rejection and never thrown at once.
  const on = async <Result>(work: (open: HistoryStore) => Result): Promise<Result> =>
    work((store ??= openHistoryStore({ directory })));
  return {
    put: (record) => on((open) => open.put(record)),
    list: (query) => on((open) => open.list(query)),
    facets: () => on((open) => open.facets()),
    load: (id) => on((open) => open.load(id)),
    mark: (marks) => on((open) => open.mark(marks)),
    remove: (ids) => on((open) => open.remove(ids)),
    restore: (ids) => on((open) => open.restore(ids)),
    clean: (retention) => on((open) => open.clean(retention)),
    closeInterrupted: () => on((open) => open.closeInterrupted()),
    take: (records) => on((open) => open.take(records)),
    async close() {
      store?.close();
      store = undefined;
    },
  };
}
