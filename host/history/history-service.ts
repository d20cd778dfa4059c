import type { CallRecord } from '../../shared/model/call-record.ts';
import type { Comparison } from '../../shared/model/comparison.ts';
import type {
  ExportHistory,
  HistoryCall,
  HistoryFacets,
  HistoryPage,
  HistoryQuery,
  ImportedHistory,
  MarkHistory,
  Retention,
} from '../../shared/model/history.ts';

/** Every call that was sent, kept across restarts. Errors as `HistoryStore`. */
export interface HistoryService {
  list(query: HistoryQuery): Promise<HistoryPage>;
  facets(): Promise<HistoryFacets>;
  show(id: string): Promise<HistoryCall>;
  /** The messages as they were on the wire, whole. Throws `history.bodiesNotKept`. */
  wire(place: WirePlace): Promise<string>;
  compare(pair: { readonly left: string; readonly right: string }): Promise<Comparison>;
  mark(marks: MarkHistory): Promise<void>;
  remove(ids: readonly string[]): Promise<void>;
  restore(ids: readonly string[]): Promise<void>;
  /** JSON Lines: a head, then one call a line. */
  export(selection: ExportHistory): Promise<string>;
  import(text: string): Promise<ImportedHistory>;
  retention(): Retention;
  setRetention(retention: Retention): Promise<void>;
  /** The same bytes once more, old identifiers and all: what tests the other side's protection against replay. */
  sendExactly(id: string, signal: AbortSignal | undefined): Promise<CallRecord>;
  /** The same call with new serial, time, nonce and signature. */
  signAndSend(id: string, signal: AbortSignal | undefined): Promise<CallRecord>;
}

export interface WirePlace {
  readonly id: string;
  readonly side: 'request' | 'response';
  readonly form: 'text' | 'hex' | 'base64';
}
