import { findCall } from '../../history/find-call.ts';
import { withHistory, type HistoryOptions } from '../../history/with-history.ts';
import { printDocument } from '../../output.ts';
import { usage } from '../../usage-error.ts';

export interface MarkHistoryOptions extends Pick<HistoryOptions, 'state'> {
  readonly json?: boolean;
  readonly pin?: boolean;
  readonly unpin?: boolean;
  readonly note?: string;
  readonly tag?: readonly string[];
}

/** Pinned calls are never cleaned away. */
export async function markHistory(given: readonly string[], options: MarkHistoryOptions): Promise<void> {
  const { pin, unpin, note, tag } = options;
  if (pin && unpin) {
    throw usage('option.pin', '--pin', ['--pin 和 --unpin 不能同时用。', '--pin and --unpin exclude each other.']);
  }
  await withHistory(options, async ({ history }) => {
    const ids = await Promise.all(given.map((id) => findCall(history, id)));
    await history.mark({
      ids,
      ...((pin || unpin) && { pinned: pin === true }),
      ...(note !== undefined && { note }),
      ...(tag && { tags: tag }),
    });
    if (options.json) printDocument({ marked: ids });
  });
}
