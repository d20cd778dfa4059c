import type { CryptoEngine } from '../../shared/crypto/engine.ts';
import { HufuError, type HufuErrorDetail } from '../../shared/hufu-error.ts';
import type { Profile } from '../../shared/profile/profile.ts';
import { hideDocument } from '../history/hide-document.ts';
import { mapDocument, type HistoryDocument } from '../history/history-document.ts';
import { textHider, type SecretText } from '../../shared/pipeline/hide-secrets.ts';
import { callDocument, type CallFacts } from './call-document.ts';
import type { Outgoing, SentCall } from './send-request.ts';

export type RecordCall = (document: HistoryDocument, profile: Profile) => Promise<void>;

export interface Recording {
  readonly facts: CallFacts;
  readonly engine: CryptoEngine;
  /** Secrets that stand in the call in clear, and in what came of it: what is recorded has their names instead. */
  readonly secretsOf: (outcome: Outgoing | SentCall) => readonly SecretText[];
  /** False where nothing personal may stay. */
  readonly keepsBodies: boolean;
  /** Writes a call down, durably; a known id is replaced. */
  readonly record: RecordCall;
}

export interface RecordedCall {
  readonly sent: SentCall;
  /** Whole, whatever of it was written down. */
  readonly document: HistoryDocument;
  /** Why what came of the call is not written down. */
  readonly notRecorded?: HufuErrorDetail;
}

/**
 * Writes a call down before its first byte goes out, so that it is known of whatever happens then, and again with what
 * came of it. Rejects with the store's error when it cannot be written down before: it is then not sent.
 */
export async function recordCall(
  { facts, engine, secretsOf, keepsBodies, record }: Recording,
  deliverCall: (onReady: (outgoing: Outgoing) => Promise<void>) => Promise<SentCall>,
): Promise<RecordedCall> {
  const { profile } = facts;
  const keep = (document: HistoryDocument) =>
    record(keepsBodies ? document : hideDocument(document, { hiding: 'left out', profile }), profile);
  const documentOf = (outcome: Outgoing | SentCall): HistoryDocument => {
    const whole = callDocument(facts, { outcome, engine });
    const secrets = secretsOf(outcome);
    return secrets.length === 0 ? whole : mapDocument(whole, textHider(secrets));
  };
  const sent = await deliverCall((outcome) => keep(documentOf(outcome)));
  const document = documentOf(sent);
  const notRecorded = await keep(document).then(() => undefined, failureOf);
  return { sent, document, ...(notRecorded && { notRecorded }) };
}

function failureOf(error: unknown): HufuErrorDetail {
  if (error instanceof HufuError) return error.detail;
  throw error;
}
