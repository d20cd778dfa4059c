import type { KeyMaterial } from '../../shared/model/key.ts';
import type { KeyPlace } from './key-service.ts';

export interface SessionKey {
  readonly material: KeyMaterial;
  readonly fingerprint: string;
}

/** Keys that a user entered for now. They are in no file and gone with the process. */
export interface SessionKeys {
  get(place: KeyPlace): SessionKey | undefined;
  set(place: KeyPlace, key: SessionKey): void;
  /** The last key of an environment takes its origins along. */
  clear(place: KeyPlace): void;
  /** Origins that the keys of this session, and no others, were allowed toward. */
  origins(environment: string): readonly string[];
  allow(environment: string, origin: string): void;
  disallow(environment: string, origin: string): void;
  forgetEnvironment(environment: string): void;
}

export function createSessionKeys(): SessionKeys {
  const keys = new Map<string, Map<string, SessionKey>>();
  const allowed = new Map<string, Set<string>>();
  return {
    get: ({ environment, slot }) => keys.get(environment)?.get(slot),
    set({ environment, slot }, key) {
      const slots = keys.get(environment) ?? new Map<string, SessionKey>();
      keys.set(environment, slots.set(slot, key));
    },
    clear({ environment, slot }) {
      const slots = keys.get(environment);
      slots?.delete(slot);
      if (slots?.size === 0) this.forgetEnvironment(environment);
    },
    origins: (environment) => [...(allowed.get(environment) ?? [])],
    allow(environment, origin) {
      allowed.set(environment, (allowed.get(environment) ?? new Set<string>()).add(origin));
    },
    disallow: (environment, origin) => void allowed.get(environment)?.delete(origin),
    forgetEnvironment(environment) {
      keys.delete(environment);
      allowed.delete(environment);
    },
  };
}
