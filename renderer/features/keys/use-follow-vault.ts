import { useEffect, useRef } from 'react';
import { useVaultStatus } from '../../app/queries.ts';
import { useRefreshKeys } from './use-refresh-keys.ts';

/** What fills the slots changes with the vault, which opens by what the system remembers and locks by itself. */
export function useFollowVault(): void {
  const state = useVaultStatus().data?.state;
  const refresh = useRefreshKeys();
  const seen = useRef(state);
  useEffect(() => {
    if (seen.current !== undefined && seen.current !== state) void refresh();
    seen.current = state;
  }, [state, refresh]);
}
