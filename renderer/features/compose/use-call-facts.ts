import { useMemo } from 'react';
import type { Environment } from '../../../shared/model/environment.ts';
import type { ConventionValues } from '../../../shared/profile/conventions.ts';
import type { Interface, Profile } from '../../../shared/profile/profile.ts';
import { usePlatforms, useWorkspace } from '../../app/queries.ts';
import { knownConventions } from '../keys/known-conventions.ts';
import { activeCallOf, useCompose } from './compose-store.ts';

/** The platform and environment of the open request. */
export interface CallFacts {
  readonly profile: Profile;
  readonly environment: Environment | undefined;
  /** Every convention as the environment has it. */
  readonly inherited: ConventionValues;
  /** The same with the call's own choices. */
  readonly conventions: ConventionValues;
  /** Undefined where the header says everything. */
  readonly chosen: Interface | undefined;
}

/** Undefined when the call names a platform that is not there, or that its file's mistakes keep from being used. */
export function useCallFacts(): CallFacts | undefined {
  const platform = useCompose((state) => activeCallOf(state)?.platform);
  const environmentId = useCompose((state) => activeCallOf(state)?.environment);
  const interfaceId = useCompose((state) => activeCallOf(state)?.interface);
  const choices = useCompose((state) => activeCallOf(state)?.conventions);
  const { data: platforms } = usePlatforms();
  const { data: workspace } = useWorkspace();
  return useMemo(() => {
    const profile = platforms?.find(({ id }) => id === platform);
    if (!profile || !choices) return undefined;
    const environment = workspace?.environments.find(({ id }) => id === environmentId);
    const inherited = knownConventions(profile, environment?.conventions ?? {});
    const conventions = knownConventions(profile, { ...environment?.conventions, ...choices });
    const chosen = profile.interfaces.find(({ id }) => id === interfaceId);
    return { profile, environment, inherited, conventions, chosen };
  }, [platforms, workspace, platform, environmentId, interfaceId, choices]);
}
