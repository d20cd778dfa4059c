import { type ReactNode, useState } from 'react';
import type { HufuErrorDetail } from '../../../../shared/hufu-error.ts';
import { useVaultStatus } from '../../../app/queries.ts';
import { useTask } from '../../../app/use-task.ts';
import { useRefreshKeys } from '../use-refresh-keys.ts';
import { VaultEntry } from './vault-entry.tsx';

type Work = () => Promise<void>;

interface VaultTask {
  readonly isRunning: boolean;
  readonly failure: HufuErrorDetail | undefined;
  /** `noVault`: the work is done whatever the state of the vault. */
  run: (work: Work, needs?: 'openVault' | 'noVault') => Promise<void>;
  /** What opens or makes the vault first; the form that asked stays as it is behind it. */
  readonly gate: ReactNode;
}

/** Work that needs an open vault: it waits until the vault is open, and asks again when the vault locked in between. */
export function useVaultTask(): VaultTask {
  const { data: status } = useVaultStatus();
  const refresh = useRefreshKeys();
  const { isRunning, failure, run: runTask } = useTask();
  const [waiting, setWaiting] = useState<{ readonly work: Work }>();

  async function attempt(work: Work): Promise<void> {
    const refused = await runTask(work);
    if (refused?.code !== 'vault.locked' && refused?.code !== 'vault.none') return;
    await refresh();
    setWaiting({ work });
  }

  async function run(work: Work, needs: 'openVault' | 'noVault' = 'openVault'): Promise<void> {
    if (needs === 'noVault' || status?.state === 'open') await attempt(work);
    else setWaiting({ work });
  }

  const gate = waiting && (
    <VaultEntry
      onBack={() => setWaiting(undefined)}
      onOpened={() => {
        setWaiting(undefined);
        void attempt(waiting.work);
      }}
    />
  );
  const isExplained = failure?.code === 'vault.locked' || failure?.code === 'vault.none';
  return { isRunning, failure: isExplained ? undefined : failure, run, gate };
}
