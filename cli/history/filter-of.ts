import type { CallVerdict } from '../../shared/model/call-record.ts';
import type { HistoryEntry, HistoryFilter } from '../../shared/model/history.ts';
import type { HistoryThreads } from '../../host/history/history-store.ts';

export interface FilterOptions {
  readonly text?: string;
  readonly platform?: string;
  readonly interface?: string;
  readonly environment?: string;
  readonly status?: string;
  readonly verdict?: CallVerdict;
  readonly tag?: string;
  readonly pinned?: boolean;
  readonly since?: number;
  readonly until?: number;
  /** Without it, all. */
  readonly limit?: number;
}

function filterOf(options: FilterOptions): HistoryFilter {
  const { text, platform, interface: service, environment, status, verdict, tag, pinned, since, until } = options;
  return {
    ...(text !== undefined && { text }),
    ...(platform !== undefined && { platform }),
    ...(service !== undefined && { interface: service }),
    ...(environment !== undefined && { environment }),
    ...(status !== undefined && { status }),
    ...(verdict !== undefined && { verdicts: [verdict] }),
    ...(tag !== undefined && { tag }),
    ...(pinned && { pinned }),
    ...(since !== undefined && { from: since }),
    ...(until !== undefined && { to: until }),
  };
}

/** Whether any option of a filter, or a limit, was given. */
export function namesFilter(options: FilterOptions): boolean {
  return options.limit !== undefined || Object.keys(filterOf(options)).length > 0;
}

const pageSize = 500;

/** The newest calls that a filter lets through, page by page. */
export async function entriesOf(history: HistoryThreads, options: FilterOptions): Promise<readonly HistoryEntry[]> {
  const filter = filterOf(options);
  const wanted = options.limit ?? Number.POSITIVE_INFINITY;
  const entries: HistoryEntry[] = [];
  let after: string | undefined;
  do {
    const limit = Math.min(pageSize, wanted - entries.length);
    const page = await history.list({ filter, limit, ...(after !== undefined && { after }) });
    entries.push(...page.entries);
    after = page.next;
  } while (after !== undefined && entries.length < wanted);
  return entries;
}
