import { type FormEvent, useState } from 'react';
import type { Workspace } from '../../../../shared/model/workspace.ts';
import { useHost } from '../../../app/host-context.ts';
import { useBilingual } from '../../../i18n/use-bilingual.ts';
import { useInitialFocus } from '../../../ui/use-initial-focus.ts';
import { useCompose } from '../compose-store.ts';
import { openRequest } from '../drafts.ts';
import { takeSaved } from '../use-save.ts';
import { foldersOf } from '../workspace-requests.ts';
import { FolderChoice } from './folder-choice.tsx';
import { FormActions } from './form-actions.tsx';
import { TitleField } from './title-field.tsx';
import { useTreeTask } from './use-tree-task.ts';

/** A file for what has none, or a second one for what has. */
export function SaveAsForm({ id, workspace }: { readonly id: string; readonly workspace: Workspace }) {
  const say = useBilingual();
  const host = useHost();
  const container = useInitialFocus<HTMLFormElement>();
  const { isRunning, failure, change } = useTreeTask();
  const origin = useCompose((state) => state.origins[id]);
  const known = foldersOf(workspace).some(({ path }) => path === origin?.folder);
  const [title, setTitle] = useState(origin ? say(origin.title) : '');
  const [folder, setFolder] = useState(known ? (origin?.folder ?? '') : '');

  async function save(): Promise<void> {
    const call = useCompose.getState().calls[id] ?? (await host.workspace.request.query(id)).call;
    const saved = await host.workspace.createRequest.mutate({ folder, title: title.trim(), call });
    if (origin?.file || !origin) await openRequest(host, saved.id);
    else takeSaved(id, saved);
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (title.trim() !== '') void change(save);
  }

  return (
    <form ref={container} className="key-form" onSubmit={submit}>
      <TitleField value={title} onChange={setTitle} />
      <FolderChoice workspace={workspace} value={folder} onChange={setFolder} />
      <FormActions failure={failure} isRunning={isRunning} disabled={title.trim() === ''} />
    </form>
  );
}
