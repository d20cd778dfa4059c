/** How long a question may wait: shorter than what sits between a page and its host gives up after. */
const patienceMilliseconds = 25_000;

/** A number that counts changes, and those who wait for the next. */
export interface ChangeSignal {
  readonly revision: number;
  bump(): void;
  /** Resolves with the revision once it is another than `known`, at the latest after 25 s; rejects with the signal's reason. */
  changed(known: number, signal: AbortSignal | undefined): Promise<number>;
  /** Answers all who wait. */
  close(): void;
}

export function createChangeSignal(): ChangeSignal {
  const waiting = new Set<() => void>();
  let revision = 1;
  const answerAll = () => {
    for (const answer of [...waiting]) answer();
  };
  return {
    get revision() {
      return revision;
    },
    bump() {
      revision += 1;
      answerAll();
    },
    changed(known, signal) {
      if (known !== revision) return Promise.resolve(revision);
      return new Promise((resolve, reject) => {
        const end = () => {
          waiting.delete(answer);
          clearTimeout(timer);
          signal?.removeEventListener('abort', abort);
        };
        const answer = () => {
          end();
          resolve(revision);
        };
        const abort = () => {
          end();
          reject(signal?.reason instanceof Error ? signal.reason : new Error('abandoned'));
        };
        const timer = setTimeout(answer, patienceMilliseconds);
        timer.unref();
        waiting.add(answer);
        if (signal?.aborted) abort();
        else signal?.addEventListener('abort', abort, { once: true });
      });
    },
    close: answerAll,
  };
}
