import type { HufuErrorDetail } from '../../shared/hufu-error.ts';
import type { HistoryStore } from './history-store.ts';

/** What a thread is asked: a method of its store with its input. */
export interface HistoryQuestion {
  readonly number: number;
  readonly method: Exclude<keyof HistoryStore, 'index' | 'close'> | 'close';
  readonly input: readonly unknown[];
}

export type HistoryAnswer =
  | { readonly number: number; readonly result: unknown }
  | { readonly number: number; readonly refusal: HufuErrorDetail }
  | { readonly number: number; readonly defect: string };

export interface HistoryThreadData {
  readonly directory: string;
  /** The thread that writes also keeps the text index up to date. */
  readonly indexes: boolean;
}
