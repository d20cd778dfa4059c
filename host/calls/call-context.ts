import { lockedFields } from './locked-fields.ts';
import type { Finding } from '../../shared/finding.ts';
import { HufuError } from '../../shared/hufu-error.ts';
import type { EnvironmentTransport } from '../../shared/model/environment.ts';
import { resolveConventions } from '../../shared/profile/conventions.ts';
import { factsOfCall } from '../../shared/profile/condition.ts';
import type { Providers } from '../../shared/providers/providers.ts';
import { fillCall, nearestFirst } from '../../shared/variables/fill-call.ts';
import type { KeyEnvironment } from '../keys/key-environment.ts';
import type { KeyResolver, ResolvedKeys } from '../keys/resolve-keys.ts';
import type { Call } from '../../shared/model/call.ts';
import type { PreparedCall } from './prepared-call.ts';

/** What stands around a call: where its variables come from, and what its environment says besides keys. */
export interface Surroundings {
  readonly providers: Providers;
  readonly keys: Pick<KeyResolver, 'keysFor'>;
  /** Throws `environment.unknown`. Its address is filled already. */
  readonly environment: (id: string) => CallEnvironment;
  /** Of a folder and those around it, the inmost first; empty for one that is not there. */
  /** What earlier calls in the environment took out of their answers. */
  readonly handedOn: (environment: string) => Readonly<Record<string, string>>;
  readonly folderVariables: (path: string) => readonly Readonly<Record<string, string>>[];
  /** The workspace's own, with the address of the platform's embedded simulator. */
  readonly workspaceVariables: (platform: string) => Readonly<Record<string, string>>;
}

export interface CallEnvironment {
  readonly place: KeyEnvironment;
  readonly variables: Readonly<Record<string, string>>;
  readonly transport: EnvironmentTransport;
  readonly keepsBodies: boolean;
}

/** A call with every name in it replaced and its keys taken out. */
export interface KeyedCall extends PreparedCall {
  readonly call: Call;
  readonly environment: CallEnvironment;
  readonly resolved: ResolvedKeys;
  /** Variables without a value. */
  readonly unknown: readonly Finding[];
}

/** Throws `environment.unknown`, `environment.otherPlatform`, `platform.unknown`, `convention.*`. */
export function prepareCall(
  { call: composed, folder }: { readonly call: Call; readonly folder: string },
  { providers, keys, environment: find, handedOn, folderVariables, workspaceVariables }: Surroundings,
): KeyedCall {
  const { profile } = providers.find(composed.platform);
  const environment = find(composed.environment);
  const { place, variables } = environment;
  if (place.profile.id !== profile.id) throw otherPlatform(composed);
  const scopes = [
    composed.variables,
    handedOn(place.id),
    ...folderVariables(folder),
    variables,
    workspaceVariables(profile.id),
  ];
  const { call, findings } = fillCall(composed, nearestFirst(scopes));
  const chosen = profile.interfaces.find(({ id }) => id === call.interface);
  const conventions = resolveConventions(profile, { ...place.conventions, ...call.conventions });
  // A key that this call does not need is not taken out.
  const resolved = keys.keysFor(place, factsOfCall(profile, { conventions, interface: chosen?.id }));
  return {
    profile,
    chosen,
    conventions,
    keys: resolved.keys,
    keyProblems: resolved.problems,
    fields: {
      environment: place.values,
      interface: chosen?.header ?? {},
      locked: lockedFields(call.header, profile),
      extra: call.extraHeader,
    },
    body: call.body,
    url: call.url === '' ? place.url : call.url,
    call,
    environment,
    resolved,
    unknown: findings,
  };
}

function otherPlatform({ environment, platform }: Call): HufuError {
  return new HufuError({
    code: 'environment.otherPlatform',
    field: 'environment',
    text: {
      zh: `环境“${environment}”不是平台 ${platform} 的，请选一个该平台的环境。`,
      en: `Environment "${environment}" is not one of platform ${platform}; choose one that is.`,
    },
  });
}
