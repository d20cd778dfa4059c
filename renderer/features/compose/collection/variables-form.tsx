import { type FormEvent, useState } from 'react';
import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { RequestFolder, Workspace } from '../../../../shared/model/workspace.ts';
import { useHost } from '../../../app/host-context.ts';
import { useBilingual } from '../../../i18n/use-bilingual.ts';
import { Field } from '../../../ui/field.tsx';
import { VariableRows } from '../variables/variable-rows.tsx';
import { asRecord, asRows } from '../variables/variable-row.ts';
import { FormActions } from './form-actions.tsx';
import { useTreeTask } from './use-tree-task.ts';

/** Variables of a folder; the topmost folder's are the workspace's. */
export function VariablesForm({
  folder,
  workspace,
}: {
  readonly folder: RequestFolder;
  readonly workspace: Workspace;
}) {
  const { t } = useTranslation();
  const say = useBilingual();
  const host = useHost();
  const { isRunning, failure, change } = useTreeTask();
  const isTop = folder.path === '';
  const [title, setTitle] = useState(say(workspace.title));
  const [seen] = useState(isTop ? workspace.variables : folder.variables);
  const [rows, setRows] = useState(asRows(seen));

  async function save(): Promise<void> {
    const variables = asRecord(rows);
    if (isTop)
      await host.workspace.describe.mutate({
        variables,
        seen,
        ...(title.trim() !== say(workspace.title) && { title: title.trim() }),
      });
    else await host.workspace.describeFolder.mutate({ path: folder.path, variables, seen });
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    void change(save);
  }

  return (
    <form className="key-form" onSubmit={submit}>
      {isTop && (
        <Field label={t('workspace.title')} hint={workspace.folder}>
          {(control) => (
            <Input {...control} value={title} maxLength={200} onChange={({ target }) => setTitle(target.value)} />
          )}
        </Field>
      )}
      <p>{t(isTop ? 'variables.workspaceHint' : 'variables.folderHint', { title: say(folder.title) })}</p>
      <VariableRows rows={rows} onChange={setRows} />
      <FormActions failure={failure} isRunning={isRunning} disabled={isTop && title.trim() === ''} />
    </form>
  );
}
