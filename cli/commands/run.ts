import { createSessionStore } from '../../host/sessions/create-session-store.ts';
import { hasSucceeded, runFlow, type FlowResult, type FlowStep } from '../../shared/flow/run-flow.ts';
import type { Bilingual } from '../../shared/bilingual.ts';
import { HufuError, type HufuErrorDetail } from '../../shared/hufu-error.ts';
import { atPointer } from '../../shared/json/json-pointer.ts';
import { scalarText } from '../../shared/json/json-node.ts';
import { listed } from '../../shared/listed.ts';
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
      `文件夹“${name}”里没有请求，没有可运行的；子文件夹要单独指出。`,
      `Folder "${name}" has no requests itself; there is nothing to run. Folders inside it are run by their own names.`,
    ]);
  }
  requireOneEnvironment(name, requests, options);
  const { requestConventions: _, ...agreed } = optionsWithConventions(first, options);
  await withAgreement({ ...agreed, connection: connectionOf(options) }, (agreement) =>
    runRequests(options, { agreement, requests, version }),
  );
}

/** One address, one identity and one set of keys for all; which of several would be a guess. */
function requireOneEnvironment(name: string, requests: readonly WorkspaceRequest[], options: RunOptions): void {
  const platforms = [...new Set(requests.map(({ request }) => request.call.platform))];
  const environments = [...new Set(requests.map(({ request }) => request.call.environment))];
  if (platforms.length > 1 && options.platform === undefined) {
    throw usage('flow.platforms', 'FOLDER', [
      `文件夹“${name}”里的请求属于不同的平台：${listed(platforms, 'zh')}；请分成几个文件夹。`,
      `The requests of folder "${name}" belong to several platforms: ${listed(platforms, 'en')}; put them into folders of their own.`,
    ]);
  }
  if (environments.length > 1 && options.environment === undefined) {
    const named = environments.map((one) => (one === '' ? '-' : one));
    throw usage('flow.environments', '--environment', [
      `文件夹“${name}”里的请求用不同的环境：${listed(named, 'zh')}；请用 --environment 指出用哪一个。`,
      `The requests of folder "${name}" are of several environments: ${listed(named, 'en')}; say which with --environment.`,
    ]);
  }
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
  if (!options.json) for (const step of steps) if (step.state === 'notRun') printLine(lineOf(step, undefined));
  for (const { failure } of steps) if (failure) say(inLanguage(failure.text));
  if (!hasSucceeded(steps)) process.exitCode = 1;
}

function lineOf({ title, failure }: FlowStep<FlowResult>, done: Delivered | undefined): string {
  const { status, http, verdict } = done?.shown ?? {};
  const words = status ? `${status.code} ${inLanguage(status.meaning)}` : inLanguage(wordsOf(verdict, failure));
  return [inLanguage(title), words, http ? `${http.timings.total.toFixed(1)} ms` : ''].filter(Boolean).join(' · ');
}

function wordsOf(verdict: Delivered['shown']['verdict'] | undefined, failure: HufuErrorDetail | undefined): Bilingual {
  if (verdict === undefined) return failure ? { zh: '没有发送', en: 'not sent' } : { zh: '没有运行', en: 'not run' };
  return verdict === 'success' ? { zh: '成功', en: 'success' } : { zh: '失败', en: 'failed' };
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
