import { findProvider } from '../../shared/providers/providers.ts';
import type { StoredEnvironment } from '../environments/environment-store.ts';
import type { KeySlot, Profile } from '../../shared/profile/profile.ts';
import { HufuError } from '../../shared/hufu-error.ts';

/** What the ring has to know of an environment. */
export interface KeyEnvironment {
  readonly id: string;
  readonly profile: Profile;
  readonly url: string;
  /** Values of header fields with the rule `environment`. */
  readonly values: Readonly<Record<string, string>>;
  readonly conventions: Readonly<Record<string, string>>;
  /** Texts of the keys that ship with the sample workspace, by slot; empty for all others. */
  readonly sampleKeys: Readonly<Record<string, string>>;
}

/** All environments, read anew at each call: their files may change at any time. */
export interface KeyEnvironments {
  all(): readonly KeyEnvironment[];
  /** Throws `environment.unknown`, `platform.unknown`, and why its file cannot be read. */
  find(id: string): KeyEnvironment;
}

/** An environment from its file. Throws `platform.unknown`. */
export function keyEnvironmentOf({ id, platform, url, values, conventions }: StoredEnvironment): KeyEnvironment {
  return { id, profile: findProvider(platform).profile, url, values, conventions, sampleKeys: {} };
}

/** Throws `key.unknownSlot`. */
export function slotOf({ profile }: KeyEnvironment, name: string): KeySlot {
  const slot = profile.keySlots.find((candidate) => candidate.name === name);
  if (slot) return slot;
  throw new HufuError({
    code: 'key.unknownSlot',
    field: name,
    text: {
      zh: `${profile.id} 没有名为“${name}”的密钥槽，有：${profile.keySlots.map((other) => other.name).join('、')}。`,
      en: `${profile.id} has no key slot named "${name}"; it has ${profile.keySlots.map((other) => other.name).join(', ')}.`,
    },
  });
}
