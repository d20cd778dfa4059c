import { createSessionStore } from '../../host/sessions/create-session-store.ts';
import { hasSucceeded, runFlow, type FlowResult, type FlowStep } from '../../shared/flow/run-flow.ts';
import { HufuError, type HufuErrorDetail } from '../../shared/hufu-error.ts';
import { atPointer } from '../../shared/json/json-pointer.ts';
import { scalarText } from '../../shared/json/json-node.ts';
import { composeCall } from '../compose.ts';
import { inLanguage } from '../language.ts';
import { readAgreement } from '../message-options.ts';
import { errorDocument, printDocument, printLine, say } from '../output.ts';
import { usage } from '../usage-error.ts';
import { connectionOf } from '../transport-options.ts';
import { withAgreement, type EnvironmentAgreement } from '../with-agreement.ts';
import { optionsWith } from '../workspace/options-with.ts';
import { readWorkspaceFolder, type WorkspaceRequest } from '../workspace/workspace-request.ts';
import { deliverCall, type Delivered, type SendOptions } from './send.ts';

interface RunOptions extends SendOptions {
  readonly keepGoing?: boolean;
}

/** Sends the requests of a folder one after another, values handed on from call to call; exit code 1 unless all succeed. */
export async function run(name: string, options: RunOptions, { version }: { version: string }): Promise<void> {
  const requests = readWorkspaceFolder(name, options);
  const [first] = requests;
  if (!first) {
    throw usage('flow.empty', 'FOLDER', [
      `文件夹“${name}”里没有请求，没有可运行的。`,
      `Folder "${name}" has no requests; there is nothing to run.`,
    ]);
  }
  const { requestConventions: _, ...agreed } = optionsWithConventions(first, options);
  await withAgreement({ ...agreed, connection: connectionOf(options) }, (agreement) =>
    runRequests(options, { agreement, requests, version }),
  );
}

interface Running {
  readonly agreement: EnvironmentAgreement;
  readonly requests: readonly WorkspaceRequest[];
  readonly version: string;
}

async function runRequests(options: RunOptions, { agreement, requests, version }: Running): Promise<void> {
  const sessions = createSessionStore();
  const handedOn: Record<string, string> = {};
  const sent = new Map<string, Delivered>();
  const { provider, environment } = agreement;

  async function sendOne(id: string): Promise<FlowResult> {
    const from = requests.find(({ request }) => request.id === id);
    if (!from) throw new Error(`No request ${id}`);
    const inherited = { ...environment?.conventions, ...from.request.call.conventions };
    const { conventions } = await readAgreement(provider.profile.id, options, inherited);
    const own = { ...agreement, conventions };
    const variables = { ...options, variable: { ...handedOn, ...options.variable } };
    const { call, prepared } = composeCall(variables, { agreement: own, from, url: options.url });
    const done = await deliverCall(options, { agreement: own, version, sessions, call, prepared, from });
    sent.set(id, done);
    const body = done.sent.response?.slots.get('body');
    const root = body?.type === 'json' ? body.root() : undefined;
    const extracted = Object.entries(call.extract).map(([variable, pointer]) => {
      const value = root && scalarText(atPointer(root, pointer));
      if (value !== undefined) handedOn[variable] = value;
      return { name: variable, pointer, found: value !== undefined };
    });
    const { verdict } = done.sent;
    return { verdict, ...(verdict === 'success' && { extracted }) };
  }

  let told = 0;
  const steps = await runFlow(
    requests.map(({ request: { id, title } }) => ({ id, title })),
    {
      send: sendOne,
      failureOf,
      keepsGoing: options.keepGoing ?? false,
      onChange(now) {
        if (options.json) return;
        const ended = now.filter(({ state }) => state === 'done' || state === 'notSent');
        for (const step of ended.slice(told)) {
          printLine(lineOf(step, sent.get(step.id)));
          for (const reason of reasonsOf(sent.get(step.id))) printLine(`  ${reason}`);
        }
        told = ended.length;
      },
    },
  );
  if (options.json) printDocument({ steps: steps.map((step) => documentOf(step, sent.get(step.id))) });
  for (const { failure } of steps) if (failure) say(inLanguage(failure.text));
  if (!hasSucceeded(steps)) process.exitCode = 1;
}

function lineOf({ title, failure }: FlowStep<FlowResult>, done: Delivered | undefined): string {
  const { status, http, verdict } = done?.shown ?? {};
  const words = status ? `${status.code} ${inLanguage(status.meaning)}` : (verdict ?? failure?.code ?? '');
  return [inLanguage(title), words, http ? `${http.timings.total.toFixed(1)} ms` : ''].filter(Boolean).join(' · ');
}

/** Why it was refused, where the answer says it. */
function reasonsOf(done: Delivered | undefined): readonly string[] {
  const { verdict, error, response } = done?.shown ?? {};
  if (!done || verdict === 'success') return [];
  if (error) return [inLanguage(error.text)];
  const errors = response?.trace.findings.filter(({ severity }) => severity === 'error') ?? [];
  return errors.map(({ message }) => inLanguage(message));
}

function documentOf({ id, title, state, failure }: FlowStep<FlowResult>, done: Delivered | undefined): object {
  return {
    request: id,
    title: inLanguage(title),
    state,
    ...(done && { id: done.id, verdict: done.shown.verdict, status: done.shown.status?.code ?? null }),
    ...(failure && { error: errorDocument(failure) }),
  };
}

function failureOf(error: unknown): HufuErrorDetail {
  if (error instanceof HufuError) return error.detail;
  throw error;
}

function optionsWithConventions(from: WorkspaceRequest, options: SendOptions) {
  return { requestConventions: undefined, ...optionsWith(from, options) };
}
