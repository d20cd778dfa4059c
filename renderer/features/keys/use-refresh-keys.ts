import { useCallback } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { queryKeys } from '../../app/queries.ts';
import { compose } from '../compose/compose-store.ts';

/** Asks anew for all that depends on keys: the vault, the ring, what fills the slots, and the preview. */
export function useRefreshKeys(): () => Promise<void> {
  const queryClient = useQueryClient();
  return useCallback(async () => {
    await queryClient.invalidateQueries({ queryKey: queryKeys.vault });
    await Promise.all([
      queryClient.invalidateQueries({ queryKey: queryKeys.keyRing }),
      queryClient.invalidateQueries({ queryKey: queryKeys.sessions }),
      queryClient.invalidateQueries({ queryKey: queryKeys.workspace }),
    ]);
    compose.outdatePreview();
  }, [queryClient]);
}
