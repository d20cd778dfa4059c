import type { Providers } from '../../shared/providers/providers.ts';
import type { StoredEnvironment } from '../environments/environment-store.ts';
import type { KeySlot, Profile } from '../../shared/profile/profile.ts';
import type { EnvironmentTransport } from '../../shared/model/environment.ts';
import { transportSlots } from '../../shared/profile/transport-slots.ts';
import { HufuError } from '../../shared/hufu-error.ts';

/** What the ring has to know of an environment. */
export interface KeyEnvironment {
  readonly id: string;
  readonly profile: Profile;
  readonly url: string;
  /** Values of header fields with the rule `environment`. */
  readonly values: Readonly<Record<string, string>>;
  readonly conventions: Readonly<Record<string, string>>;
  readonly transport: EnvironmentTransport;
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
export function keyEnvironmentOf(stored: StoredEnvironment, providers: Providers): KeyEnvironment {
  const { id, platform, url, values, conventions, transport } = stored;
  return { id, profile: providers.find(platform).profile, url, values, conventions, transport, sampleKeys: {} };
}

/** The slots of the platform, and those of the connection. */
export function slotsOf({ profile }: KeyEnvironment): readonly KeySlot[] {
  return [...profile.keySlots, ...transportSlots];
}

/** Throws `key.unknownSlot`. */
export function slotOf(environment: KeyEnvironment, name: string): KeySlot {
  const slots = slotsOf(environment);
  const slot = slots.find((candidate) => candidate.name === name);
  if (slot) return slot;
  throw new HufuError({
    code: 'key.unknownSlot',
    field: name,
    text: {
      zh: `${environment.profile.id} 没有名为“${name}”的密钥槽，有：${slots.map((other) => other.name).join('、')}。`,
      en: `${environment.profile.id} has no key slot named "${name}"; it has ${slots.map((other) => other.name).join(', ')}.`,
    },
  });
}
