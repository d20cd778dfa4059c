import { useQueryClient } from '@tanstack/react-query';
import { queryKeys } from '../../../app/queries.ts';
import { useTask, type Task } from '../../../app/use-task.ts';
import { treeDialog } from './tree-dialog-store.ts';

/** A change of the workspace that a dialog asks for: closes the dialog when it is done. */
export function useTreeTask(): Pick<Task, 'isRunning' | 'failure'> & {
  readonly change: (work: () => Promise<void>) => Promise<void>;
} {
  const queryClient = useQueryClient();
  const { isRunning, failure, run } = useTask();
  return {
    isRunning,
    failure,
    async change(work) {
      const refused = await run(async () => {
        await work();
        await queryClient.invalidateQueries({ queryKey: queryKeys.workspace });
      });
      if (!refused) treeDialog.close();
    },
  };
}
