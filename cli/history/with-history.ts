import type { CryptoEngine } from '../../shared/crypto/engine.ts';
import type { RecordCall } from '../../host/calls/record-call.ts';
import { createNodeEngine } from '../../host/crypto/node-engine.ts';
import { historyRecordOf } from '../../host/history/history-record.ts';
import type { HistoryThreads } from '../../host/history/history-store.ts';
import { inlineHistory } from '../../host/history/inline-history.ts';
import { stateDirectory } from '../../host/store/state-directory.ts';

export interface HistoryOptions {
  readonly state?: string;
  /** False with `--no-history`: nothing is written. */
  readonly history?: boolean;
}

export interface HistoryUse {
  readonly history: HistoryThreads;
  readonly engine: CryptoEngine;
  readonly record: RecordCall;
}

/** Opens the history of `--state`, the workbench's own, and closes it whatever happens. */
export async function withHistory<Result>(
  { state, history: isKept = true }: HistoryOptions,
  use: (opened: HistoryUse) => Promise<Result>,
): Promise<Result> {
  const history = inlineHistory(stateDirectory({ ...(state !== undefined && { override: state }) }));
  const engine = createNodeEngine();
  try {
    return await use({
      history,
      engine,
      record: async (document, profile) => {
        if (isKept) await history.put(historyRecordOf(document, { engine, profile }));
      },
    });
  } finally {
    await history.close();
  }
}
