import type { Bilingual } from '../bilingual.ts';
import type { HufuErrorDetail } from '../hufu-error.ts';
import type { Finding } from '../finding.ts';
import type { TraceView } from '../pipeline/trace-view.ts';
import type { Call } from './call.ts';

/** What a preview of a call shows: the trace as far as it goes, and what the header would be. */
export interface Preview {
  /** Names the trace for `value`, as long as the host remembers it. */
  readonly traceId: string;
  readonly url: string;
  readonly trace: TraceView;
  /** All findings, those of single fields included. */
  readonly findings: readonly Finding[];
  readonly header: readonly FilledField[];
  readonly milliseconds: number;
}

/** A header field as the preview filled it. */
export interface FilledField {
  readonly name: string;
  readonly value: string;
  /** `provisional`: the real value is drawn at the moment of sending. */
  readonly origin: 'locked' | 'filled' | 'provisional' | 'computed' | 'extra';
}

/**
 * `success`: the platform's success status and every check passed. `refused`: another status. `failed`: no answer, or
 * one that is wrong. `sending`: on its way. `interrupted`: the program ended before the answer came.
 */
export const callVerdicts = ['success', 'refused', 'failed', 'sending', 'interrupted'] as const;
export type CallVerdict = (typeof callVerdicts)[number];

/** One call that was sent, with everything that came of it. */
export interface CallRecord {
  readonly id: string;
  readonly title: Bilingual;
  /** The saved request or draft that it was made from. */
  readonly requestId?: string;
  /** As it was sent: every `{{name}}` replaced. */
  readonly call: Call;
  /** Version of the program and of the platform's profile. */
  readonly versions: { readonly program: string; readonly profile: string };
  /** The call whose bytes were sent again. */
  readonly repeats?: string;
  /** Fingerprints of the keys it was made with, by slot. */
  readonly keys: Readonly<Record<string, string>>;
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly startedAt: number;
  readonly url: string;
  readonly request: TraceSummary;
  /** Absent when no answer came or it was no message of the platform. */
  readonly response?: TraceSummary;
  readonly http?: HttpExchange;
  readonly status?: {
    readonly code: string;
    readonly meaning: Bilingual;
    readonly clause: string;
    readonly advice: Bilingual;
  };
  readonly verdict: CallVerdict;
  /** Why there is no answer, or none that could be read. */
  readonly error?: HufuErrorDetail;
  /** False where the environment keeps no bodies: their values are known to this session only. */
  readonly bodiesKept: boolean;
  /** What the call took out of its answer for later calls, and whether it was there. Known to whoever sent it. */
  readonly extracted?: readonly { readonly name: string; readonly pointer: string; readonly found: boolean }[];
  /** Why the history does not hold what came of the call. */
  readonly notRecorded?: HufuErrorDetail;
}

export interface TraceSummary {
  readonly traceId: string;
  readonly trace: TraceView;
}

export interface HttpExchange {
  readonly status: number;
  readonly statusText: string;
  /** Request line and header as written on the wire. */
  readonly requestHead: string;
  readonly responseHeaders: readonly (readonly [string, string])[];
  readonly responseSize: number;
  /** `address:port` of the peer, of the proxy when there is one. */
  readonly remoteAddress: string;
  /** Absent without TLS. */
  readonly tls?: {
    readonly protocol: string;
    readonly cipher: string;
    /** False only where verification is off for the host: the server did not prove its name. */
    readonly authorized: boolean;
    readonly authorizationError?: string;
    readonly subject?: string;
    readonly validTo?: string;
  };
  /** Milliseconds; null for a phase that did not take place. */
  readonly timings: {
    readonly dns: number | null;
    readonly tcp: number | null;
    readonly proxy: number | null;
    readonly tls: number | null;
    readonly firstByte: number | null;
    readonly body: number | null;
    readonly total: number;
  };
}
