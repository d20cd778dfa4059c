import type { CryptoEngine } from '../../shared/crypto/engine.ts';
import { slotsOf, type HistoryDocument } from '../history/history-document.ts';
import { runRequest, targetOf, type DrawnValues, type PreparedCall } from './prepared-call.ts';
import type { Outgoing } from './send-request.ts';
import { withSecrets } from './with-secrets.ts';

/** What of a call in the history is sent once more. */
export interface RecordedBytes {
  readonly id: string;
  readonly request: HistoryDocument['request'];
  readonly wire: Omit<HistoryDocument['wire'], 'body'> & { readonly body: Uint8Array };
}

/** A recorded message as it is about to go out again: its own bytes, to where the call leads today. */
export function outgoingAgain(
  call: PreparedCall,
  {
    recorded: { request, wire },
    engine,
    drawn,
  }: { readonly recorded: RecordedBytes; readonly engine: CryptoEngine; readonly drawn: DrawnValues },
): Outgoing {
  const { url } = targetOf(call, runRequest(call, { engine, drawn }));
  const { method, headers, body } = withSecrets(call, wire);
  return {
    startedAt: Date.now(),
    url,
    request: { trace: request, slots: slotsOf(request) },
    sent: { method, url, headers, body },
  };
}
