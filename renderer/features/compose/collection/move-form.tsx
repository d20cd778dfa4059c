import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Workspace } from '../../../../shared/model/workspace.ts';
import { useHost } from '../../../app/host-context.ts';
import { folderOfFile } from '../workspace-requests.ts';
import { FolderChoice } from './folder-choice.tsx';
import { FormActions } from './form-actions.tsx';
import { useTreeTask } from './use-tree-task.ts';

interface MoveFormProps {
  /** Id of a request, path of a folder. */
  readonly id: string;
  /** Path of its file or folder. */
  readonly from: string;
  readonly isFolder: boolean;
  readonly workspace: Workspace;
}

/** Into another folder, behind what is in it. */
export function MoveForm({ id, from, isFolder, workspace }: MoveFormProps) {
  const { t } = useTranslation();
  const host = useHost();
  const { isRunning, failure, change } = useTreeTask();
  const [folder, setFolder] = useState(folderOfFile(from));

  async function move(): Promise<void> {
    if (isFolder) await host.workspace.moveFolder.mutate({ path: id, folder });
    else await host.workspace.moveRequest.mutate({ id, folder });
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    void change(move);
  }

  return (
    <form className="key-form" onSubmit={submit}>
      <p>{t('workspace.moveTo')}</p>
      <FolderChoice workspace={workspace} value={folder} onChange={setFolder} {...(isFolder && { without: id })} />
      <FormActions failure={failure} isRunning={isRunning} disabled={folder === folderOfFile(from)} />
    </form>
  );
}
