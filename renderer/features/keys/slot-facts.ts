import { useTranslation } from 'react-i18next';
import type { Environment } from '../../../shared/model/environment.ts';
import { transportSlots } from '../../../shared/profile/transport-slots.ts';
import type { KeySlot } from '../../../shared/profile/profile.ts';
import { usePlatforms, useWorkspace } from '../../app/queries.ts';
import { useBilingual } from '../../i18n/use-bilingual.ts';
import type { KeyPlace } from './keys-store.ts';

export interface SlotFacts {
  readonly environment: Environment;
  readonly slot: KeySlot;
  /** Of a private key: the slot of its public half. */
  readonly pair: KeySlot | undefined;
}

export function useSlotFacts(place: KeyPlace | undefined): SlotFacts | undefined {
  const { data: platforms } = usePlatforms();
  const { data: workspace } = useWorkspace();
  const environment = workspace?.environments.find(({ id }) => id === place?.environment);
  const profile = platforms?.find(({ id }) => id === environment?.platform);
  const slot = [...(profile?.keySlots ?? []), ...transportSlots].find(({ name }) => name === place?.slot);
  if (!environment || !profile || !slot) return undefined;
  return { environment, slot, pair: profile.keySlots.find(({ pairedWith }) => pairedWith === slot.name) };
}

/** "仿真环境 · SM4 密钥", also where the environment or slot is no longer there. */
export function usePlaceTitle(): (place: KeyPlace) => string {
  const { t } = useTranslation();
  const say = useBilingual();
  const { data: platforms } = usePlatforms();
  const { data: workspace } = useWorkspace();
  return ({ environment: id, slot: name }) => {
    const environment = workspace?.environments.find((candidate) => candidate.id === id);
    const profile = platforms?.find((candidate) => candidate.id === environment?.platform);
    const slot = [...(profile?.keySlots ?? []), ...transportSlots].find((candidate) => candidate.name === name);
    return t('keys.place', {
      environment: environment ? say(environment.title) : id,
      slot: slot ? say(slot.title) : name,
    });
  };
}

/** What the password of a proxy is bound to, as the host names it. */
export function proxyOriginOf(proxy: string): string {
  return URL.canParse(proxy) ? `proxy://${new URL(proxy).host}` : proxy;
}

/** What a new key of the environment is bound to; 127.0.0.1 counts as one origin at any port. */
export function originOf(url: string): string {
  if (!URL.canParse(url)) return url;
  const { protocol, hostname, origin } = new URL(url);
  return hostname === '127.0.0.1' ? `${protocol}//${hostname}` : origin;
}
