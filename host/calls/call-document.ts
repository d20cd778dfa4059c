import type { Bilingual } from '../../shared/bilingual.ts';
import type { CryptoEngine } from '../../shared/crypto/engine.ts';
import type { Call } from '../../shared/model/call.ts';
import type { CallRecord } from '../../shared/model/call-record.ts';
import type { Profile } from '../../shared/profile/profile.ts';
import type { HistoryDocument } from '../history/history-document.ts';
import { profileVersion } from './profile-version.ts';
import type { Outgoing, SentCall } from './send-request.ts';

/** What is known of a call besides what is sent and what comes of it. */
export interface CallFacts {
  /** A UUID. */
  readonly id: string;
  /** As it is sent: every `{{name}}` replaced. */
  readonly call: Call;
  readonly profile: Profile;
  /** Fingerprints of its keys, by slot. */
  readonly keys: Readonly<Record<string, string>>;
  readonly requestId?: string | undefined;
  /** Of the request; the interface's when absent. */
  readonly title?: Bilingual | undefined;
  /** The call whose bytes are sent again. */
  readonly repeats?: string | undefined;
  /** Version of the program. */
  readonly version: string;
}

/** A call as the history keeps it: `sending` as long as nothing came of it. */
export function callDocument(
  { id, call, profile, keys, requestId, title, repeats, version }: CallFacts,
  { outcome, engine }: { readonly outcome: Outgoing | SentCall; readonly engine: CryptoEngine },
): HistoryDocument {
  const { startedAt, url, request, sent } = outcome;
  const came = 'verdict' in outcome ? outcome : undefined;
  return {
    format: 1,
    record: {
      id,
      title: title ?? titleOf(call, profile),
      ...(requestId !== undefined && { requestId }),
      ...(repeats !== undefined && { repeats }),
      call,
      versions: { program: version, profile: profileVersion(profile, engine) },
      keys,
      startedAt,
      url,
      ...(came?.http && { http: came.http }),
      ...(came?.status && { status: came.status }),
      verdict: came?.verdict ?? 'sending',
      ...(came?.error && { error: came.error }),
      bodiesKept: true,
    },
    request: request.trace,
    ...(came?.response && { response: came.response.trace }),
    wire: {
      method: sent.method,
      headers: sent.headers,
      body: sent.body,
      ...(came?.answer && { answer: came.answer }),
    },
  };
}

function titleOf(call: Call, { interfaces, title }: Profile): CallRecord['title'] {
  return interfaces.find(({ id }) => id === call.interface)?.title ?? title;
}
