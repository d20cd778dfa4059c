import { type FormEvent, useState } from 'react';
import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { callSchema } from '../../../../shared/model/call.ts';
import type { Workspace } from '../../../../shared/model/workspace.ts';
import { useHost } from '../../../app/host-context.ts';
import { usePlatforms } from '../../../app/queries.ts';
import { useBilingual } from '../../../i18n/use-bilingual.ts';
import { Field } from '../../../ui/field.tsx';
import { useInitialFocus } from '../../../ui/use-initial-focus.ts';
import { activeCallOf, useCompose } from '../compose-store.ts';
import { openRequest } from '../drafts.ts';
import { foldersOf, requestsOf } from '../workspace-requests.ts';
import { FormActions } from './form-actions.tsx';
import { TitleField } from './title-field.tsx';
import type { NameDialog } from './tree-dialog-store.ts';
import { useTreeTask } from './use-tree-task.ts';

/** Title, and for a request what it is there to show. */
export function NameForm({ dialog, workspace }: { readonly dialog: NameDialog; readonly workspace: Workspace }) {
  const { t } = useTranslation();
  const say = useBilingual();
  const host = useHost();
  const container = useInitialFocus<HTMLFormElement>();
  const { data: platforms = [] } = usePlatforms();
  const { isRunning, failure, change } = useTreeTask();
  const present = presentOf(dialog, workspace);
  const [title, setTitle] = useState(present ? say(present.title) : '');
  const [note, setNote] = useState(present?.note ? say(present.note) : '');
  const hasNote = dialog.kind !== 'newFolder';

  /** What did not change is not written: a title in two languages stays in two. */
  function changes() {
    return {
      ...(!(present && title.trim() === say(present.title)) && { title: title.trim() }),
      ...(note !== (present?.note ? say(present.note) : '') && { note }),
    };
  }

  async function apply(): Promise<void> {
    switch (dialog.kind) {
      case 'newFolder':
        await host.workspace.createFolder.mutate({ parent: dialog.folder, title });
        return;
      case 'renameFolder':
        await host.workspace.describeFolder.mutate({ path: dialog.path, ...changes() });
        return;
      case 'renameRequest':
        await host.workspace.describeRequest.mutate({ id: dialog.id, ...changes() });
        return;
      case 'newRequest': {
        const { id } = await host.workspace.createRequest.mutate({
          folder: dialog.folder,
          title,
          note,
          call: newCall(),
        });
        await openRequest(host, id);
      }
    }
  }

  /** Of the platform, interface and environment that are in front: the next request is mostly of the same kind. */
  function newCall() {
    const active = activeCallOf(useCompose.getState());
    const profile = platforms.find(({ id }) => id === active?.platform) ?? platforms[0];
    const chosen = profile?.interfaces.find(({ id }) => id === active?.interface) ?? profile?.interfaces[0];
    return callSchema.parse({
      platform: profile?.id ?? '',
      interface: chosen?.id ?? '',
      environment:
        active?.environment ?? workspace.environments.find(({ platform }) => platform === profile?.id)?.id ?? '',
      header: {},
      extraHeader: [],
      body: chosen?.samples[0]?.body ?? '{}',
      conventions: {},
      url: '',
    });
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (title.trim() !== '') void change(apply);
  }

  return (
    <form ref={container} className="key-form" onSubmit={submit}>
      <TitleField value={title} onChange={setTitle} />
      {hasNote && (
        <Field label={t('workspace.note')}>
          {(control) => (
            <Input.TextArea
              {...control}
              data-testid="tree-note"
              value={note}
              maxLength={20_000}
              autoSize={{ minRows: 2, maxRows: 8 }}
              onChange={({ target }) => setNote(target.value)}
            />
          )}
        </Field>
      )}
      <FormActions failure={failure} isRunning={isRunning} disabled={title.trim() === ''} />
    </form>
  );
}

function presentOf(dialog: NameDialog, workspace: Workspace) {
  if (dialog.kind === 'renameRequest') return requestsOf(workspace).find(({ id }) => id === dialog.id);
  if (dialog.kind === 'renameFolder') return foldersOf(workspace).find(({ path }) => path === dialog.path);
  return undefined;
}
