import { findCall } from '../../history/find-call.ts';
import { withHistory, type HistoryOptions } from '../../history/with-history.ts';
import { printDocument } from '../../output.ts';

export interface RemoveHistoryOptions extends Pick<HistoryOptions, 'state'> {
  readonly json?: boolean;
}

/** Out of sight at once, gone for good a day later. */
export async function removeHistory(given: readonly string[], options: RemoveHistoryOptions): Promise<void> {
  await withHistory(options, async ({ history }) => {
    const ids = await Promise.all(given.map((id) => findCall(history, id)));
    await history.remove(ids);
    if (options.json) printDocument({ removed: ids });
  });
}
