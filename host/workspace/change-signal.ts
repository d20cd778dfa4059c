/** How long a question may wait: shorter than what sits between a page and its host gives up after. */
const patienceMilliseconds = 25_000;

/** A number that counts changes, and those who wait for the next. */
export interface ChangeSignal {
  readonly revision: number;
  bump(): void;
  /** Resolves with the revision once it is another than `known`, after 25 s in any case, and when nobody waits any more. */
  changed(known: number, signal: AbortSignal | undefined): Promise<number>;
  /** Answers all who wait. */
  close(): void;
}

export function createChangeSignal(): ChangeSignal {
  const waiting = new Set<() => void>();
  let revision = 1;
  const answerAll = () => {
    // Who is answered waits no more: a set may be walked through while its members go.
    for (const answer of waiting) answer();
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
      return new Promise((resolve) => {
        const answer = () => {
          waiting.delete(answer);
          clearTimeout(timer);
          signal?.removeEventListener('abort', answer);
          resolve(revision);
        };
        const timer = setTimeout(answer, patienceMilliseconds);
        timer.unref();
        waiting.add(answer);
        if (signal?.aborted) answer();
        else signal?.addEventListener('abort', answer, { once: true });
      });
    },
    close: answerAll,
  };
}
