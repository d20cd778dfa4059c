import { z } from 'zod';
import type { Bilingual } from '../bilingual.ts';
import type { HufuErrorDetail } from '../hufu-error.ts';
import { callVerdicts, type CallRecord } from './call-record.ts';

/** A call as the list of the history shows it. */
export interface HistoryEntry {
  /** Of the `CallRecord`. */
  readonly id: string;
  readonly requestId?: string;
  readonly title: Bilingual;
  readonly platform: string;
  readonly interface: string;
  readonly environment: string;
  readonly url: string;
  /** Milliseconds since 1970 UTC. */
  readonly startedAt: number;
  readonly verdict: CallRecord['verdict'];
  readonly status?: { readonly code: string; readonly meaning: Bilingual };
  readonly http?: { readonly status: number; readonly milliseconds: number };
  /** The request's serial identifier (`serviceReqId`). */
  readonly messageId?: string;
  /** Bytes that the entry takes. */
  readonly size: number;
  readonly bodiesKept: boolean;
  readonly pinned: boolean;
  readonly note: string;
  readonly tags: readonly string[];
  /** When it was taken in from a file, milliseconds since 1970 UTC. */
  readonly importedAt?: number;
}

/** Everything there is about one call. */
export interface HistoryCall {
  readonly entry: HistoryEntry;
  readonly record: CallRecord;
}

export const historyFilterSchema = z.strictObject({
  /** Anything in title, address, identifiers, status, note, tags, header and plaintext; letters in either case. */
  text: z.string().max(200).optional(),
  /** How the call's own id begins. */
  idBegins: z.string().max(100).optional(),
  requestId: z.string().optional(),
  platform: z.string().optional(),
  interface: z.string().optional(),
  environment: z.string().optional(),
  /** The platform's status: `30`. */
  status: z.string().optional(),
  verdicts: z.array(z.enum(callVerdicts)).readonly().optional(),
  tag: z.string().optional(),
  pinned: z.boolean().optional(),
  /** Milliseconds since 1970 UTC: from, inclusive; to, exclusive. */
  from: z.number().optional(),
  to: z.number().optional(),
});
export type HistoryFilter = z.infer<typeof historyFilterSchema>;

export const historyQuerySchema = z.strictObject({
  filter: historyFilterSchema.default({}),
  /** `HistoryPage.next` of the page before. */
  after: z.string().optional(),
  limit: z.number().int().min(1).max(500).default(100),
});
export type HistoryQuery = z.infer<typeof historyQuerySchema>;

/** The newest first. */
export interface HistoryPage {
  readonly entries: readonly HistoryEntry[];
  /** Absent: nothing follows. */
  readonly next?: string;
}

/** What there is to choose from. */
export interface HistoryFacets {
  readonly total: number;
  /** Bytes of the database and the bodies beside it. */
  readonly size: number;
  readonly platforms: readonly string[];
  readonly interfaces: readonly string[];
  readonly environments: readonly string[];
  readonly statuses: readonly string[];
  readonly tags: readonly string[];
}

export const markHistorySchema = z.strictObject({
  ids: z.array(z.string()).min(1).max(1000).readonly(),
  pinned: z.boolean().optional(),
  note: z.string().max(20_000).optional(),
  tags: z.array(z.string().trim().min(1).max(50)).max(20).readonly().optional(),
});
export type MarkHistory = z.infer<typeof markHistorySchema>;

/** What is kept; pinned calls always are. */
export const retentionSchema = z.strictObject({
  days: z.number().int().min(1).max(36_500),
  calls: z.number().int().min(10).max(10_000_000),
  megabytes: z.number().int().min(10).max(1_000_000),
});
export type Retention = z.infer<typeof retentionSchema>;
export const defaultRetention: Retention = { days: 365, calls: 100_000, megabytes: 2000 };

export const exportHistorySchema = z.strictObject({
  ids: z.array(z.string()).min(1).max(10_000).readonly(),
  /** `masked`: every value of personal data becomes asterisks of the same length. `whole`: as it was. */
  form: z.enum(['masked', 'whole']),
});
export type ExportHistory = z.infer<typeof exportHistorySchema>;

export interface ImportedHistory {
  readonly added: number;
  /** Calls that were there already. */
  readonly known: number;
  readonly problems: readonly HufuErrorDetail[];
}
