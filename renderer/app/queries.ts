import { useQuery } from '@tanstack/react-query';
import type { SimulatorStatus } from '../../shared/model/simulator.ts';
import type { Workspace } from '../../shared/model/workspace.ts';
import type { Profile } from '../../shared/profile/profile.ts';
import { useHost } from './host-context.ts';

/** What the host says about itself and holds for every screen, by the name under which it is cached. */
export const queryKeys = {
  capabilities: ['capabilities'],
  platforms: ['platforms'],
  workspace: ['workspace'],
  simulators: ['simulators'],
  preview: ['preview'],
  sentCalls: ['sentCalls'],
} as const;

export function useCapabilities() {
  const host = useHost();
  return useQuery({
    queryKey: queryKeys.capabilities,
    queryFn: ({ signal }) => host.capabilities.query(undefined, { signal }),
  });
}

export function usePlatforms() {
  const host = useHost();
  return useQuery({
    queryKey: queryKeys.platforms,
    queryFn: async ({ signal }): Promise<readonly Profile[]> => host.platforms.query(undefined, { signal }),
  });
}

export function useWorkspace() {
  const host = useHost();
  return useQuery({
    queryKey: queryKeys.workspace,
    queryFn: async ({ signal }): Promise<Workspace> => host.workspace.query(undefined, { signal }),
  });
}

export function useSimulators() {
  const host = useHost();
  return useQuery({
    queryKey: queryKeys.simulators,
    queryFn: async ({ signal }): Promise<readonly SimulatorStatus[]> => host.simulators.query(undefined, { signal }),
  });
}
