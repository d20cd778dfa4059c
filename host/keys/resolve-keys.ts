import type { CryptoEngine } from '../../shared/crypto/engine.ts';
import { keyFingerprint } from '../../shared/crypto/keys/key-fingerprint.ts';
import { HufuError, type HufuErrorDetail } from '../../shared/hufu-error.ts';
import type { KeyMaterial } from '../../shared/model/key.ts';
import type { KeyStatus } from '../../shared/model/environment.ts';
import { callerSlots } from '../../shared/profile/caller-slots.ts';
import type { ConventionValues } from '../../shared/profile/conventions.ts';
import type { KeySlot } from '../../shared/profile/profile.ts';
import { clientKeySlot, neededTransportSlots, proxyPasswordSlot } from '../../shared/profile/transport-slots.ts';
import type { TransportSecrets } from '../transport/environment-transport.ts';
import type { Vault } from '../vault/vault.ts';
import {
  boundOrigin,
  isBoundPlatform,
  otherOrigin,
  otherPlatform,
  platformScheme,
  proxyOrigin,
  proxyScheme,
} from './bound-origin.ts';
import { slotsOf, type KeyEnvironment } from './key-environment.ts';
import { lockedVault } from './locked-vault.ts';
import { pipelineKey } from './pipeline-key.ts';
import {
  activeVersion,
  filledSlots,
  originsOf,
  readKey,
  readRing,
  versionsOf,
  type RingDocument,
  type SlotVersion,
} from './ring-document.ts';
import { otherAlgorithm } from './key-refusals.ts';
import type { SessionKeys } from './session-keys.ts';

/** The keys of one call, taken out for its own slots and no others. */
export interface ResolvedKeys {
  /** By slot, as the pipeline takes them. */
  readonly keys: Readonly<Record<string, string>>;
  /** Why a slot that is filled gives no key: the vault is locked or damaged. */
  readonly problems: Readonly<Record<string, HufuErrorDetail>>;
  readonly used: readonly UsedKey[];
}

export interface UsedKey {
  readonly slot: string;
  readonly source: 'sample' | 'session' | 'vault';
  /** Id of a key of the vault. */
  readonly id?: string;
  readonly fingerprint: string;
}

export interface KeyResolver {
  /** The keys that a caller's own steps read under these conventions. Never throws for a vault that gives none. */
  keysFor(environment: KeyEnvironment, conventions: ConventionValues): ResolvedKeys;
  /**
   * The same for every combination of older and newer versions of the slots, the newest first, at most 64: what was made
   * with a former key is opened by it.
   */
  generations(environment: KeyEnvironment, conventions: ConventionValues): readonly ResolvedKeys[];
  /**
   * Throws `key.otherOrigin` when one of them is a user's own key and the address is not one it is bound to, and
   * `key.otherPlatform` when the platform is not, or uses keys in another way than the one that it was bound to.
   */
  requireBound(resolved: ResolvedKeys, call: { readonly environment: KeyEnvironment; readonly url: string }): void;
  statuses(environment: KeyEnvironment): readonly KeyStatus[];
  /**
   * What the environment's connection to an address needs: key of the client certificate, password of the proxy. Each is
   * given for where it is bound to and nowhere else: `key.otherOrigin`, `key.otherProxy`. Throws `vault.locked` and the
   * vault's own problem for one that cannot be had, `key.missing` for one that was never entered.
   */
  transportSecrets(environment: KeyEnvironment, url: string): TransportSecrets;
}

interface Options {
  readonly vault: Vault;
  readonly session: SessionKeys;
  readonly engine: CryptoEngine;
  /** Called before the vault is looked into: its time may be over. */
  readonly onLook: () => void;
  /** Called when a key leaves the vault for a call. */
  readonly onUse: () => void;
}

interface Candidate {
  readonly used: UsedKey;
  readonly material: KeyMaterial;
}

interface Search {
  readonly environment: KeyEnvironment;
  /** Undefined while the vault is not open. */
  readonly ring: RingDocument | undefined;
  /** Whether versions that are no longer in use count too. */
  readonly former: boolean;
}

const mostGenerations = 64;

export function createKeyResolver({ vault, session, engine, onLook, onUse }: Options): KeyResolver {
  /** The sample keys are as fixed as the program: their fingerprints need no second look. */
  const sampleFingerprints = new Map<string, string>();

  function sampleCandidate({ name, algorithm }: KeySlot, text: string): Candidate {
    const material = sampleMaterial(algorithm, text);
    const fingerprint = sampleFingerprints.get(text) ?? keyFingerprint(material, { engine });
    sampleFingerprints.set(text, fingerprint);
    return { material, used: { slot: name, source: 'sample', fingerprint } };
  }

  function vaultCandidates(slot: string, versions: readonly SlotVersion[]): readonly Candidate[] {
    return versions.flatMap(({ key: id }): readonly Candidate[] => {
      const stored = readKey(vault, id);
      if (!stored) return [];
      const { material, fingerprint } = stored;
      return [{ material, used: { slot, source: 'vault', id, fingerprint } }];
    });
  }

  /** What could serve, what is in use first; or why nothing can be had. */
  function candidates(slot: KeySlot, { environment, ring, former }: Search): readonly Candidate[] | HufuErrorDetail {
    const place = { environment: environment.id, slot: slot.name };
    const now = session.get(place);
    if (now) {
      const { material, fingerprint } = now;
      if (material.algorithm !== slot.algorithm) return otherAlgorithm(slot, material.algorithm).detail;
      return [{ material, used: { slot: slot.name, source: 'session', fingerprint } }];
    }
    const sample = environment.sampleKeys[slot.name];
    if (ring) {
      const versions = versionsOf(ring, place);
      const active = activeVersion(versions);
      const others = former ? versions.filter((version) => version !== active) : [];
      const tried = active ? [active, ...others] : others;
      // An environment's file may name another platform by now, whose slot of this name wants another kind of key.
      const found = vaultCandidates(slot.name, tried);
      const fitting = found.filter(({ material }) => material.algorithm === slot.algorithm);
      const [other] = found;
      if (fitting.length > 0) return fitting;
      if (other) return otherAlgorithm(slot, other.material.algorithm).detail;
    } else {
      const { problem } = vault.state();
      if (problem) return { ...problem, field: slot.name };
      if (filledSlots(vault.outline(), environment.id).includes(slot.name)) return lockedVault(slot.name).detail;
    }
    return sample === undefined ? [] : [sampleCandidate(slot, sample)];
  }

  function boundTo(used: readonly UsedKey[], environment: KeyEnvironment): readonly string[] {
    const ring = openRing();
    const kept = ring ? originsOf(ring, environment.id) : [];
    // What was allowed to a key of this session says nothing about the keys of the vault.
    return used.some(({ source }) => source === 'vault') ? kept : [...kept, ...session.origins(environment.id)];
  }

  function requireOrigin(
    used: readonly UsedKey[],
    { environment, origin }: { readonly environment: KeyEnvironment; readonly origin: string },
  ): void {
    const bound = boundTo(used, environment);
    if (bound.includes(origin)) return;
    // The sentence about an address names addresses.
    const addresses = [...new Set(bound)].filter((one) => !isOther(one));
    throw otherOrigin({ environment: environment.id, bound: addresses, origin });
  }

  function openRing(): RingDocument | undefined {
    onLook();
    return vault.state().state === 'open' ? readRing(vault) : undefined;
  }

  function resolved(chosen: readonly Candidate[], problems: Readonly<Record<string, HufuErrorDetail>>): ResolvedKeys {
    if (chosen.some(({ used }) => used.source === 'vault')) onUse();
    return {
      keys: Object.fromEntries(chosen.map(({ used, material }) => [used.slot, pipelineKey(material)])),
      problems,
      used: chosen.map(({ used }) => used),
    };
  }

  function combinations(
    environment: KeyEnvironment,
    { conventions, limit }: { readonly conventions: ConventionValues; readonly limit: number },
  ): readonly ResolvedKeys[] {
    const search: Search = { environment, ring: openRing(), former: limit > 1 };
    const problems: Record<string, HufuErrorDetail> = {};
    let chosen: readonly (readonly Candidate[])[] = [[]];
    for (const slot of callerSlots(environment.profile, conventions)) {
      const found = candidates(slot, search);
      if (!isList(found)) problems[slot.name] = found;
      // What is in use in all slots stays the first.
      else if (found.length > 0) chosen = found.flatMap((one) => chosen.map((others) => [...others, one]));
      chosen = chosen.slice(0, limit);
    }
    return chosen.map((candidatesOfAll) => resolved(candidatesOfAll, problems));
  }

  return {
    keysFor: (environment, conventions) =>
      combinations(environment, { conventions, limit: 1 })[0] ?? { keys: {}, problems: {}, used: [] },
    generations: (environment, conventions) => combinations(environment, { conventions, limit: mostGenerations }),
    requireBound({ used }, { environment, url }) {
      if (used.every(({ source }) => source === 'sample')) return;
      requireOrigin(used, { environment, origin: boundOrigin(url) });
      if (!isBoundPlatform(boundTo(used, environment), environment.profile)) {
        throw otherPlatform({ environment: environment.id, platform: environment.profile.id });
      }
    },
    transportSecrets(environment, url) {
      const needed = neededTransportSlots(environment.transport);
      if (needed.length === 0) return {};
      const search: Search = { environment, ring: openRing(), former: false };
      const texts = new Map(
        needed.map((slot) => {
          const { used, text } = secretText(slot, candidates(slot, search));
          const { proxy = '' } = environment.transport;
          const origin = slot.name === proxyPasswordSlot ? proxyOrigin(proxy) : boundOrigin(url);
          requireOrigin([used], { environment, origin });
          return [slot.name, text];
        }),
      );
      onUse();
      const clientKey = texts.get(clientKeySlot);
      const proxyPassword = texts.get(proxyPasswordSlot);
      return {
        ...(clientKey !== undefined && { clientKey }),
        ...(proxyPassword !== undefined && { proxyPassword }),
      };
    },
    statuses(environment) {
      const ring = openRing();
      const unreadable = !ring && vault.state().problem !== undefined;
      const filled = ring ? [] : filledSlots(vault.outline(), environment.id);
      return slotsOf(environment).map(({ name: slot }): KeyStatus => {
        const place = { environment: environment.id, slot };
        if (session.get(place)) return { slot, filledBy: 'session' };
        if (ring && activeVersion(versionsOf(ring, place))) return { slot, filledBy: 'vault' };
        if (unreadable) return { slot, filledBy: 'unreadable' };
        if (filled.includes(slot)) return { slot, filledBy: 'locked' };
        return { slot, filledBy: environment.sampleKeys[slot] === undefined ? 'nothing' : 'sample' };
      });
    },
  };
}

const isOther = (bound: string): boolean => bound.startsWith(proxyScheme) || bound.startsWith(platformScheme);

function secretText(
  { name, title }: KeySlot,
  found: readonly Candidate[] | HufuErrorDetail,
): { readonly used: UsedKey; readonly text: string } {
  if (!isList(found)) throw new HufuError(found);
  const [candidate] = found;
  if (candidate && 'text' in candidate.material) return { used: candidate.used, text: candidate.material.text };
  throw new HufuError({
    code: 'key.missing',
    field: name,
    text: {
      zh: `没有发送：连接需要${title.zh}，密钥槽 ${name} 是空的；请在“密钥”里填入。`,
      en: `Not sent: the connection needs the slot ${name} (${title.en}), which is empty; fill it under Keys.`,
    },
  });
}

function isList(found: readonly Candidate[] | HufuErrorDetail): found is readonly Candidate[] {
  return Array.isArray(found);
}

function sampleMaterial(algorithm: KeySlot['algorithm'], text: string): KeyMaterial {
  if (algorithm === 'sm2Private') return { algorithm, privateKey: text };
  if (algorithm === 'sm2Public') return { algorithm, publicKey: text };
  return { algorithm, text };
}
