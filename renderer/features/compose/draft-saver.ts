/** Where drafts go: the host, by the name of the request. Undefined content: there is no draft any more. */
export type SaveDraft = (id: string, content: string | undefined) => Promise<unknown>;

export interface DraftSaver {
  /** `content` is asked for when it is saved, not at every keystroke. */
  changed(id: string, content: () => string | undefined): void;
  /** Saves at once what is still waiting. */
  flush(): Promise<void>;
  /** Hands over everything at once because the page is going: what would wait its turn would never be sent. */
  leave(): void;
  /** True while something has not reached the host. */
  isPending(): boolean;
}

export interface DraftSaverOptions {
  readonly save: SaveDraft;
  /** Asked at each change that begins a wait. */
  readonly delayMilliseconds: () => number;
  readonly onSaved: () => void;
  /** A draft that could not be saved is kept and tried again: a little later, after the next change, at the next flush. */
  readonly onFailed: (error: unknown) => void;
}

const retryMilliseconds = 3000;

/** Saves changed drafts a moment after a change; of one draft only the newest content, never two at a time. */
export function createDraftSaver({ save, delayMilliseconds, onSaved, onFailed }: DraftSaverOptions): DraftSaver {
  const waiting = new Map<string, () => string | undefined>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | undefined;

  async function saveAll(): Promise<void> {
    const batch = [...waiting];
    waiting.clear();
    for (const [place, [id, content]] of batch.entries()) {
      try {
        await save(id, content());
      } catch (error) {
        for (const [unsaved, older] of batch.slice(place)) if (!waiting.has(unsaved)) waiting.set(unsaved, older);
        timer ??= setTimeout(() => void flush(), retryMilliseconds);
        onFailed(error);
        return;
      }
    }
    if (waiting.size === 0) onSaved();
  }

  async function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    // What is on its way must arrive before what came after it.
    await running;
    if (waiting.size === 0) return;
    running = saveAll();
    await running;
    running = undefined;
  }

  return {
    changed(id, content) {
      waiting.set(id, content);
      // Not put off by what comes after: somebody who never pauses would have nothing saved.
      timer ??= setTimeout(() => void flush(), delayMilliseconds());
    },
    flush,
    leave() {
      clearTimeout(timer);
      timer = undefined;
      const batch = [...waiting];
      waiting.clear();
      for (const [id, content] of batch) {
        save(id, content()).catch((error: unknown) => {
          // The page stayed after all.
          if (!waiting.has(id)) waiting.set(id, content);
          timer ??= setTimeout(() => void flush(), retryMilliseconds);
          onFailed(error);
        });
      }
    },
    isPending: () => waiting.size > 0 || running !== undefined,
  };
}
