import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Workspace } from '../../../../shared/model/workspace.ts';
import { foldersOf, requestsOf } from '../workspace-requests.ts';
import { FlowForm } from '../flow/flow-form.tsx';
import { MoveForm } from './move-form.tsx';
import { NameForm } from './name-form.tsx';
import { SaveAsForm } from './save-as-form.tsx';
import { type TreeDialog, treeDialog, useTreeDialog } from './tree-dialog-store.ts';
import { VariablesForm } from './variables-form.tsx';

/** The dialogs of the collection tree. */
export function TreeDialogs({ workspace }: { readonly workspace: Workspace }) {
  const { t } = useTranslation();
  const dialog = useTreeDialog((state) => state.dialog);
  return (
    <Modal
      open={dialog !== undefined}
      title={dialog && t(`workspace.dialog.${dialog.kind}`)}
      footer={null}
      width="min(560px, 94vw)"
      destroyOnHidden
      maskClosable={false}
      onCancel={treeDialog.close}
    >
      {dialog && <DialogContent dialog={dialog} workspace={workspace} />}
    </Modal>
  );
}

function DialogContent({ dialog, workspace }: { readonly dialog: TreeDialog; readonly workspace: Workspace }) {
  switch (dialog.kind) {
    case 'newRequest':
    case 'newFolder':
    case 'renameRequest':
    case 'renameFolder':
      return <NameForm dialog={dialog} workspace={workspace} />;
    case 'moveRequest': {
      const request = requestsOf(workspace).find(({ id }) => id === dialog.id);
      return request ? <MoveForm id={request.id} from={request.path} isFolder={false} workspace={workspace} /> : null;
    }
    case 'moveFolder':
      return <MoveForm id={dialog.path} from={dialog.path} isFolder workspace={workspace} />;
    case 'variables': {
      const folder = foldersOf(workspace).find(({ path }) => path === dialog.path);
      return folder ? <VariablesForm folder={folder} workspace={workspace} /> : null;
    }
    case 'run': {
      const folder = foldersOf(workspace).find(({ path }) => path === dialog.path);
      return folder ? <FlowForm key={dialog.path} folder={folder} /> : null;
    }
    case 'saveAs':
      return <SaveAsForm id={dialog.id} workspace={workspace} />;
  }
}
