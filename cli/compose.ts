import { lockedFields } from '../host/calls/locked-fields.ts';
import type { PreparedCall } from '../host/calls/prepared-call.ts';
import { HufuError } from '../shared/hufu-error.ts';
import { callSchema, type Call } from '../shared/model/call.ts';
import { fillCall, nearestFirst } from '../shared/variables/fill-call.ts';
import { readBody, type ComposeOptions } from './message-options.ts';
import { inLanguage } from './language.ts';
import { say } from './output.ts';
import type { WorkspaceRequest } from './workspace/workspace-request.ts';
import type { EnvironmentAgreement } from './with-agreement.ts';
import { usage } from './usage-error.ts';

export interface ComposedCall {
  readonly call: Call;
  readonly prepared: PreparedCall;
}

/** What the options change: a request of a workspace, or a call of the history. */
interface ComposedFrom extends Pick<WorkspaceRequest, 'nearVariables' | 'workspaceVariables'> {
  readonly request: Pick<WorkspaceRequest['request'], 'call'>;
}

interface Composing {
  readonly agreement: EnvironmentAgreement;
  /** The request that the options change; none: they are all there is. */
  readonly from: ComposedFrom | undefined;
  /** Goes before the request's own address and the environment's. */
  readonly url: string | undefined;
}

/** A call from a request of a workspace and the options of the command line, every variable in place. */
export function composeCall(options: ComposeOptions, { agreement, from, url }: Composing): ComposedCall {
  const { profile } = agreement.provider;
  const { call: composed, chosen } = callOf(options, { agreement, from });
  const variables = nearestFirst([
    options.variable,
    ...(from?.nearVariables ?? []),
    agreement.environment?.variables ?? {},
    from?.workspaceVariables ?? {},
  ]);
  const { call, findings } = fillCall({ ...composed, url: url ?? composed.url }, variables);
  const [unknown] = findings;
  if (unknown) {
    const { code, message, field, position } = unknown;
    throw new HufuError({ code, text: message, ...(field !== undefined && { field }), ...(position && { position }) });
  }
  return {
    call,
    prepared: {
      profile,
      chosen,
      conventions: agreement.conventions,
      keys: agreement.keys,
      keyProblems: agreement.keyProblems,
      body: call.body,
      url: call.url === '' ? (agreement.environment?.url ?? '') : call.url,
      fields: {
        environment: agreement.environment?.values ?? {},
        interface: chosen?.header ?? {},
        locked: lockedFields(call.header, profile),
        extra: call.extraHeader,
      },
    },
  };
}

/** Fields that the profile does not have are sent behind the others. */
function callOf(options: ComposeOptions, { agreement, from }: Omit<Composing, 'url'>) {
  const { profile } = agreement.provider;
  const saved = from?.request.call;
  const name = options.interface ?? saved?.interface;
  const chosen = profile.interfaces.find(({ id }) => id === name);
  if (name !== undefined && name !== '' && !chosen) {
    const known = profile.interfaces.map(({ id }) => id);
    throw usage('interface.unknown', '--interface', [
      `${profile.id} 没有名为“${name}”的接口，有：${known.join('、')}。`,
      `${profile.id} has no interface named "${name}"; it has ${known.join(', ')}.`,
    ]);
  }
  const known = new Set(profile.header.map((field) => field.name));
  const given = Object.entries(options.set);
  const further = given.filter(([field]) => !known.has(field));
  if (further.length > 0) {
    const names = further.map(([field]) => field);
    say(
      inLanguage({
        zh: `注意：${profile.id} 的报文头没有 ${names.join('、')}，作为附加成员发送（也参与签名）。它的字段是：${[...known].join('、')}。`,
        en: `Note: the header of ${profile.id} has no ${names.join(', ')}; sent as a further member, and signed. Its fields are ${[...known].join(', ')}.`,
      }),
    );
  }
  const call = callSchema.parse({
    platform: profile.id,
    interface: chosen?.id ?? '',
    environment: agreement.environment?.id ?? '',
    header: { ...saved?.header, ...Object.fromEntries(given.filter(([field]) => known.has(field))) },
    extraHeader: [...(saved?.extraHeader ?? []), ...further.map(([field, value]) => ({ name: field, value }))],
    body: options.body === undefined && saved ? saved.body : readBody(options),
    conventions: { ...saved?.conventions, ...options.convention },
    url: saved?.url ?? '',
    extract: saved?.extract ?? {},
  });
  return { call, chosen };
}
