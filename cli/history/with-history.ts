import type { CryptoEngine } from '../../shared/crypto/engine.ts';
import type { RecordCall } from '../../host/calls/record-call.ts';
import { createNodeEngine } from '../../host/crypto/node-engine.ts';
import { historyRecordOf } from '../../host/history/history-record.ts';
import type { HistoryThreads } from '../../host/history/history-store.ts';
import { inlineHistory } from '../../host/history/inline-history.ts';
import { stateDirectory } from '../../host/store/state-directory.ts';
import { HufuError } from '../../shared/hufu-error.ts';

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
        if (!isKept) return;
        await history.put(historyRecordOf(document, { engine, profile })).catch((error: unknown) => {
          throw namingNoHistory(error);
        });
      },
    });
  } finally {
    await history.close();
  }
}

/** Whoever sends can do without a damaged history, and only on the command line. */
function namingNoHistory(error: unknown): unknown {
  if (!(error instanceof HufuError) || error.code !== 'store.damaged') return error;
  const { zh, en } = error.detail.text;
  return new HufuError({
    ...error.detail,
    text: {
      zh: `${zh}加 --no-history 可以先不写历史。`,
      en: `${en} With --no-history the command does without it.`,
    },
  });
}
