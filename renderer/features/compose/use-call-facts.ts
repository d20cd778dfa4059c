import { useMemo } from 'react';
import type { Call } from '../../../shared/model/call.ts';
import type { Environment } from '../../../shared/model/environment.ts';
import { type ConventionValues, resolveConventions } from '../../../shared/profile/conventions.ts';
import type { Profile } from '../../../shared/profile/profile.ts';
import { usePlatforms, useWorkspace } from '../../app/queries.ts';
import { activeCallOf, useCompose } from './compose-store.ts';

/** The platform and environment of the open request. */
export interface CallFacts {
  readonly profile: Profile;
  readonly environment: Environment | undefined;
  /** Every convention as the environment has it. */
  readonly inherited: ConventionValues;
  /** The same with the call's own choices. */
  readonly conventions: ConventionValues;
}

/** Undefined while they are loading, or when the call names a platform that does not exist. */
export function useCallFacts(): CallFacts | undefined {
  const platform = useCompose((state) => activeCallOf(state)?.platform);
  const environmentId = useCompose((state) => activeCallOf(state)?.environment);
  const choices = useCompose((state) => activeCallOf(state)?.conventions);
  const { data: platforms } = usePlatforms();
  const { data: workspace } = useWorkspace();
  return useMemo(() => {
    const profile = platforms?.find(({ id }) => id === platform);
    if (!profile || !choices) return undefined;
    const environment = workspace?.environments.find(({ id }) => id === environmentId);
    const inherited = known(profile, environment?.conventions ?? {});
    return { profile, environment, inherited, conventions: { ...inherited, ...known(profile, choices, true) } };
  }, [platforms, workspace, platform, environmentId, choices]);
}

/** What the profile does not know is left to the host, which names it in the preview's refusal. */
function known(profile: Profile, choices: Call['conventions'], only = false): ConventionValues {
  const names = new Set(profile.conventions.map(({ name }) => name));
  const kept = Object.fromEntries(Object.entries(choices).filter(([name]) => names.has(name)));
  return only ? kept : { ...resolveConventions(profile, {}), ...kept };
}
