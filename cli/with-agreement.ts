import { requireSampleKeysStay } from '../host/calls/sample-keys-stay.ts';
import type { KeyEnvironment } from '../host/keys/key-environment.ts';
import type { ResolvedKeys } from '../host/keys/resolve-keys.ts';
import { proxyOrigin, platformScheme } from '../host/keys/bound-origin.ts';
import { transportOptionsOf } from '../host/transport/environment-transport.ts';
import { transportFindings } from '../host/transport/transport-findings.ts';
import type { TransportOptions } from '../host/transport/send-http.ts';
import { findSampleEnvironment } from '../host/workspace/sample-environments.ts';
import type { Finding } from '../shared/finding.ts';
import { HufuError } from '../shared/hufu-error.ts';
import type { PipelineInputs } from '../shared/pipeline/step-kind.ts';
import type { EnvironmentTransport } from '../shared/model/environment.ts';
import { neededTransportSlots } from '../shared/profile/transport-slots.ts';
import type { ConventionValues } from '../shared/profile/conventions.ts';
import { readAgreement, type Agreement, type EnvironmentOptions } from './message-options.ts';
import { unlockVault } from './ring/unlock-vault.ts';
import { withKeyStore, type KeyStoreUse } from './ring/with-key-store.ts';
import { usage } from './usage-error.ts';

export interface EnvironmentAgreement extends Agreement {
  readonly keyProblems?: PipelineInputs['keyProblems'];
  readonly environment?: EnvironmentOfCall;
}

export interface EnvironmentOfCall {
  readonly id: string;
  readonly variables: Readonly<Record<string, string>>;
  /** Those that differ from the profile's. */
  readonly conventions: Readonly<Record<string, string>>;
  readonly keepsBodies: boolean;
  /**
   * How it is reached, but for what single options say themselves. Throws why a secret that the connection needs cannot
   * be had, or is not for this address.
   */
  transport(url: string): TransportOptions;
  /** What is to be said of how it is reached. */
  transportFindings(url: string): readonly Finding[];
  /** Undefined for the sample, whose simulator has an address only while a workbench runs it. */
  readonly url: string | undefined;
  /** Values of header fields with the rule `environment`. */
  readonly values: Readonly<Record<string, string>>;
  /** Fingerprint by slot of the keys that come from the environment. */
  readonly fingerprints: Readonly<Record<string, string>>;
  /** The same with older versions of the keys, the newest first; the first is what the agreement holds. */
  generations(): Promise<readonly KeyGeneration[]>;
  /** Throws `key.otherOrigin`, with the command that allows it, and `key.sampleOnly`. */
  requireBound(url: string): void;
  noteUse(at: number): void;
}

export interface KeyGeneration {
  readonly keys: Readonly<Record<string, string>>;
  readonly fingerprints: Readonly<Record<string, string>>;
}

/** Parts of the connection that single options say themselves; the environment's secrets for them are not asked for. */
export interface Connection {
  readonly tls: boolean;
  readonly proxy: boolean;
}

/**
 * What two sides agree on, from an environment when one is named and from single options above it. The vault is opened
 * when a key is in it, and locked when `use` is done.
 */
export async function withAgreement<Result>(
  options: EnvironmentOptions & {
    /** Conventions of a request, between those of the environment and the single options. */
    readonly requestConventions?: Readonly<Record<string, string>>;
    readonly connection?: Connection;
  },
  use: (agreement: EnvironmentAgreement) => Promise<Result>,
): Promise<Result> {
  const { environment, platform, connection, requestConventions = {} } = options;
  if (environment === undefined) {
    if (platform === undefined) throw platformNeeded();
    return use(await readAgreement(platform, options, requestConventions));
  }
  return withKeyStore(options, async (opened) => {
    const place = opened.store.environment(environment);
    if (platform !== undefined && platform !== place.profile.id) throw otherPlatform(place, platform);
    const single = await readAgreement(place.profile.id, options, { ...place.conventions, ...requestConventions });
    // Without a connection none of its secrets is needed.
    const reached: KeyEnvironment = { ...place, transport: connection ? besides(connection, place.transport) : {} };
    // A preview too says of the address what a call to it would.
    const warnedOf = connection ? reached.transport : place.transport;
    const resolved = await resolvedKeys(opened, { place: reached, single });
    return use({
      ...single,
      keys: { ...resolved.keys, ...single.keys },
      keyProblems: resolved.problems,
      environment: environmentOfCall(opened, { place, reached, warnedOf, single, resolved }),
    });
  });
}

interface Resolving {
  readonly place: KeyEnvironment;
  readonly single: Agreement;
}

/** Without what single options replace: its secrets are then not needed, its warnings not true. */
function besides({ tls, proxy: ownProxy }: Connection, transport: EnvironmentTransport): EnvironmentTransport {
  const { proxy, ca, clientCertificate, unverifiedHosts, ...rest } = transport;
  return {
    ...rest,
    ...(!ownProxy && proxy !== undefined && { proxy }),
    ...(!tls && ca !== undefined && { ca }),
    ...(!tls && clientCertificate !== undefined && { clientCertificate }),
    ...(!tls && unverifiedHosts !== undefined && { unverifiedHosts }),
  };
}

/** Opens the vault only for a key that no single option replaces. */
async function resolvedKeys(opened: KeyStoreUse, { place, single }: Resolving): Promise<ResolvedKeys> {
  const { conventions, keys } = single;
  const first = withoutReplaced(opened.store.keysFor(place, conventions), keys);
  const needsVault = neededTransportSlots(place.transport).length > 0;
  if (!needsVault && Object.values(first.problems).every(({ code }) => code !== 'vault.locked')) return first;
  await unlockVault(opened);
  return withoutReplaced(opened.store.keysFor(place, conventions), keys);
}

function withoutReplaced(resolved: ResolvedKeys, replaced: Readonly<Record<string, string>>): ResolvedKeys {
  const rest = <Value>(values: Readonly<Record<string, Value>>): Record<string, Value> =>
    Object.fromEntries(Object.entries(values).filter(([slot]) => !Object.hasOwn(replaced, slot)));
  return {
    keys: rest(resolved.keys),
    problems: rest(resolved.problems),
    used: resolved.used.filter(({ slot }) => !Object.hasOwn(replaced, slot)),
  };
}

function environmentOfCall(
  opened: KeyStoreUse,
  {
    place,
    reached,
    warnedOf,
    single,
    resolved,
  }: Resolving & {
    readonly reached: KeyEnvironment;
    readonly warnedOf: EnvironmentTransport;
    readonly resolved: ResolvedKeys;
  },
): EnvironmentOfCall {
  const { store, passphrase } = opened;
  const sample = findSampleEnvironment(place.id, store.providers);
  const { variables, keepsBodies } = sample ?? store.environmentFiles.find(place.id);
  return {
    id: place.id,
    conventions: place.conventions,
    variables,
    keepsBodies,
    transport(url) {
      const { transport } = reached;
      try {
        return transportOptionsOf({ transport, secrets: store.transportSecrets(reached, url), url });
      } catch (error) {
        throw namingAllow(error, { place, url, proxy: transport.proxy });
      }
    },
    transportFindings: (url) => transportFindings(warnedOf, url),
    url: sample ? undefined : place.url,
    values: place.values,
    fingerprints: fingerprintsOf(resolved),
    generations: () => generations(single.conventions),
    requireBound(url) {
      requireSampleKeysStay({ profile: place.profile, url, resolved });
      try {
        store.requireBound(resolved, { environment: place, url });
      } catch (error) {
        throw namingAllow(error, { place, url });
      }
    },
    noteUse: (at) => store.noteUse(resolved, at),
  };

  async function generations(conventions: ConventionValues): Promise<readonly KeyGeneration[]> {
    // A locked vault does not tell of slots that hold nothing but retired keys.
    if (passphrase.isGiven && (await store.vault.status()).state === 'locked') await unlockVault(opened);
    return store.generations(place, conventions).map((generation) => ({
      keys: { ...generation.keys, ...single.keys },
      fingerprints: fingerprintsOf(withoutReplaced(generation, single.keys)),
    }));
  }
}

function fingerprintsOf({ used }: ResolvedKeys): Readonly<Record<string, string>> {
  return Object.fromEntries(used.map(({ slot, fingerprint }) => [slot, fingerprint]));
}

function namingAllow(
  error: unknown,
  { place, url, proxy }: { readonly place: KeyEnvironment; readonly url: string; readonly proxy?: string | undefined },
): unknown {
  if (!(error instanceof HufuError) || !['key.otherOrigin', 'key.otherProxy', 'key.otherPlatform'].includes(error.code))
    return error;
  const isProxy = error.code === 'key.otherProxy' && proxy !== undefined;
  const isPlatform = error.code === 'key.otherPlatform';
  const origin = isPlatform
    ? `${platformScheme}${place.profile.id}`
    : isProxy
      ? proxyOrigin(proxy)
      : new URL(url).origin;
  const { zh, en } = error.detail.text;
  const command = `hufu environments allow "${place.id}" ${origin}`;
  return new HufuError({
    ...error.detail,
    text: { zh: `${zh}若是，请先运行 ${command}`, en: `${en} If so, run ${command} first.` },
  });
}

function platformNeeded(): HufuError {
  return usage('option.platform', '--platform', [
    '请用 --platform 指出平台，或用 --environment 指出环境。',
    'Name a platform with --platform, or an environment with --environment.',
  ]);
}

function otherPlatform({ id, profile }: KeyEnvironment, platform: string): HufuError {
  return usage('environment.otherPlatform', '--platform', [
    `环境“${id}”属于平台 ${profile.id}，不是 ${platform}。`,
    `Environment "${id}" belongs to platform ${profile.id} and not to ${platform}.`,
  ]);
}
