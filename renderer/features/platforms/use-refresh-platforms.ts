import { useQueryClient } from '@tanstack/react-query';
import { queryKeys } from '../../app/queries.ts';

/** After a platform was added, changed or taken away: everything that is said of platforms is asked anew. */
export function useRefreshPlatforms(): () => Promise<void> {
  const queryClient = useQueryClient();
  return async () => {
    const changed = [
      queryKeys.platforms,
      queryKeys.ownPlatforms,
      queryKeys.workspace,
      queryKeys.simulators,
      queryKeys.preview,
    ];
    await Promise.all(changed.map((queryKey) => queryClient.invalidateQueries({ queryKey })));
  };
}
