import type {
  HistoryEntry,
  HistoryFacets,
  HistoryPage,
  HistoryQuery,
  ImportedHistory,
  MarkHistory,
  Retention,
} from '../../shared/model/history.ts';

/** One call as it is written down: made on the caller's thread, so that nothing but plain data crosses to another. */
export interface HistoryRecord {
  readonly entry: HistoryEntry;
  /** What a search looks in, besides the entry's own texts: header and plaintext of both messages, cut to a limit. */
  readonly text: string;
  /** The call as JSON text, bodies over 64 KB replaced by their names. */
  readonly document: string;
  /** Bodies over 64 KB, by the SM3 of their bytes in lower hex. */
  readonly bodies: readonly { readonly name: string; readonly bytes: Uint8Array }[];
}

/**
 * The database `history.db` and the folder `bodies` beside it. Synchronous: it runs on a thread of its own
 * (`startHistoryThreads`), in the command line on the only one. Errors: `history.unknown`, `history.bodyLost`,
 * `history.notExport` for a file that is none of ours, `history.newerFormat`, and `store.*`.
 */
export interface HistoryStore {
  /** Durable when it returns: bodies first, then the entry. A known id is replaced; its pin, note and tags stay. */
  put(record: HistoryRecord): void;
  list(query: HistoryQuery): HistoryPage;
  facets(): HistoryFacets;
  /** Document with the bodies that it names. */
  load(id: string): LoadedRecord;
  mark(marks: MarkHistory): void;
  /** Out of sight at once; gone for good by `clean`, a day later, unless restored. */
  remove(ids: readonly string[]): void;
  restore(ids: readonly string[]): void;
  /** Brings the text index up to date, a batch at a time; true when more is left. */
  index(): boolean;
  /** Enforces the limits and removes bodies that no entry names. Returns how many entries went. */
  clean(retention: Retention): number;
  /** Calls that were on their way when their program ended become `interrupted`. */
  closeInterrupted(): void;
  /** Takes in entries as they are; those that are there already stay as they are. */
  take(records: readonly HistoryRecord[]): ImportedHistory;
  close(): void;
}

export interface LoadedRecord {
  readonly entry: HistoryEntry;
  readonly document: string;
  readonly bodies: readonly { readonly name: string; readonly bytes: Uint8Array }[];
}

/** The same over a thread: nothing of it blocks who asks. Looking through many texts has a thread of its own. */
export type HistoryThreads = {
  readonly [Name in Exclude<keyof HistoryStore, 'close' | 'index'>]: (
    ...input: Parameters<HistoryStore[Name]>
  ) => Promise<ReturnType<HistoryStore[Name]>>;
} & { close(): Promise<void> };
