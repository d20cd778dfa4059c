import { useEffect } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { KeyRing } from '../../shared/model/key-ring.ts';
import type { OwnPlatformList } from '../../shared/model/own-platform.ts';
import type { SimulatorStatus } from '../../shared/model/simulator.ts';
import type { VaultStatus } from '../../shared/model/vault.ts';
import type { Workspace } from '../../shared/model/workspace.ts';
import type { Profile } from '../../shared/profile/profile.ts';
import { useHost } from './host-context.ts';

/** What the host says about itself and holds for every screen, by the name under which it is cached. */
export const queryKeys = {
  capabilities: ['capabilities'],
  platforms: ['platforms'],
  workspace: ['workspace'],
  simulators: ['simulators'],
  vault: ['vault'],
  keyRing: ['keyRing'],
  ownPlatforms: ['ownPlatforms'],
  preview: ['preview'],
  handedOn: ['handedOn'],
  sessions: ['sessions'],
  /** The beginning of every name that follows. */
  history: ['history'],
  historyFacets: ['history', 'facets'],
  recentCalls: ['history', 'recent'],
  historyCall: (id: string) => ['history', 'call', id] as const,
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
    queryFn: async ({ signal }): Promise<Workspace> => host.workspace.read.query(undefined, { signal }),
  });
}

/** What files of the workspace say. */
const followed = [queryKeys.workspace, queryKeys.platforms, queryKeys.ownPlatforms, queryKeys.simulators];

/** After a failure, before the next try. */
const followAgain = 2000;

/** Keeps the workspace as it is on disk: one question stays open until something there changes. */
export function useFollowWorkspace(): void {
  const host = useHost();
  const queryClient = useQueryClient();
  useEffect(() => {
    const given = new AbortController();
    const { signal } = given;
    async function follow(): Promise<void> {
      let known = queryClient.getQueryData<Workspace>(queryKeys.workspace)?.revision ?? 0;
      while (!signal.aborted) {
        try {
          const revision = await host.workspace.changed.query(known, { signal });
          const shown = queryClient.getQueryData<Workspace>(queryKeys.workspace)?.revision;
          if (revision !== shown)
            await Promise.all(followed.map((queryKey) => queryClient.invalidateQueries({ queryKey })));
          known = revision;
        } catch {
          // The host is away: whatever else is asked of it says so.
          await new Promise((resolve) => setTimeout(resolve, followAgain));
        }
      }
    }
    void follow();
    return () => given.abort();
  }, [host, queryClient]);
}

/** The workspace's own platforms, as files. */
export function useOwnPlatforms() {
  const host = useHost();
  return useQuery({
    queryKey: queryKeys.ownPlatforms,
    queryFn: async ({ signal }): Promise<OwnPlatformList> => host.ownPlatforms.list.query(undefined, { signal }),
  });
}

/** What earlier calls in an environment took out of their answers. */
export function useHandedOn(environment: string) {
  const host = useHost();
  return useQuery({
    queryKey: [...queryKeys.handedOn, environment],
    queryFn: async ({ signal }): Promise<Readonly<Record<string, string>>> =>
      host.handedOn.query(environment, { signal }),
  });
}

export function useSimulators() {
  const host = useHost();
  return useQuery({
    queryKey: queryKeys.simulators,
    queryFn: async ({ signal }): Promise<readonly SimulatorStatus[]> => host.simulators.query(undefined, { signal }),
  });
}

/** A moment after the vault was to lock, so that the answer is certain. */
const afterLocking = 500;
/** Where the clocks of page and host differ, the question is not asked more often than this. */
const leastInterval = 2000;
/** The command line opens, locks and changes the same vault. */
const usualInterval = 10_000;

/** Asked again when the vault should have locked itself, and whenever the window comes to the front: the CLI has it too. */
export function useVaultStatus() {
  const host = useHost();
  return useQuery({
    queryKey: queryKeys.vault,
    queryFn: async ({ signal }): Promise<VaultStatus> => host.vault.status.query(undefined, { signal }),
    refetchOnWindowFocus: 'always',
    refetchIntervalInBackground: true,
    refetchInterval: ({ state: { data } }) => {
      if (data?.remembering.state === 'checking') return leastInterval;
      const untilLocked = data?.locksAt === undefined ? usualInterval : data.locksAt - Date.now() + afterLocking;
      return Math.min(usualInterval, Math.max(leastInterval, untilLocked));
    },
  });
}

/** Undefined while the vault is not open: what is in it is known to an open vault only. Holds no key. */
export function useKeyRing(): { readonly ring: KeyRing | undefined; readonly error: Error | null } {
  const host = useHost();
  const { data: vault } = useVaultStatus();
  const isOpen = vault?.state === 'open';
  const { data, error } = useQuery({
    queryKey: queryKeys.keyRing,
    queryFn: async ({ signal }): Promise<KeyRing> => host.keys.ring.query(undefined, { signal }),
    enabled: isOpen,
    refetchOnWindowFocus: 'always',
    gcTime: 0,
  });
  return { ring: isOpen ? data : undefined, error: isOpen ? error : null };
}
