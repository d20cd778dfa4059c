import { bodiesNotKept } from '../../../host/calls/create-call-service.ts';
import { documentOf } from '../../../host/history/history-record.ts';
import { createSessionStore } from '../../../host/sessions/create-session-store.ts';
import { composeCall } from '../../compose.ts';
import { findCall } from '../../history/find-call.ts';
import { withHistory } from '../../history/with-history.ts';
import type { EnvironmentOptions } from '../../message-options.ts';
import { connectionOf, type ReachOptions } from '../../transport-options.ts';
import { withAgreement } from '../../with-agreement.ts';
import { deliverCall, printDone } from '../send.ts';

export interface ResendOptions extends Omit<EnvironmentOptions, 'platform'>, ReachOptions {
  readonly signAgain?: boolean;
}

/** Sends a call of the history once more, its bytes or a new message; exit code as `send`. */
export async function resendHistory(
  given: string,
  options: ResendOptions,
  { version }: { readonly version: string },
): Promise<void> {
  const { record, request, wire } = await withHistory(options, async ({ history }) => {
    await history.closeInterrupted();
    return documentOf(await history.load(await findCall(history, given)));
  });
  const { id, call: recorded, title, requestId } = record;
  if (!record.bodiesKept || !wire.body) throw bodiesNotKept();
  const again = options.signAgain ? undefined : { id, request, wire: { ...wire, body: wire.body } };
  const environment = options.environment ?? recorded.environment;
  const own = {
    ...options,
    platform: recorded.platform,
    requestConventions: recorded.conventions,
    connection: connectionOf(options),
    ...(environment !== '' && { environment }),
  };
  await withAgreement(own, async (agreed) => {
    // The answer to old bytes is read as the old call was made, whatever was agreed since.
    const agreement = again ? { ...agreed, conventions: request.conventions } : agreed;
    const from = { request: { call: recorded, id: requestId, title }, nearVariables: [], workspaceVariables: {} };
    const sending = { ...options, set: {}, variable: {} };
    const { call, prepared } = composeCall(sending, { agreement, from, url: options.url });
    const sessions = createSessionStore();
    const delivering = { agreement, version, sessions, call, prepared, from, ...(again && { again }) };
    printDone(sending, await deliverCall(sending, delivering));
  });
}
