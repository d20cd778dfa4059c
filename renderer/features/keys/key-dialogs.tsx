import type { ReactNode } from 'react';
import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { ChooseKeyForm } from './ring/choose-key-form.tsx';
import { RemoveKeyForm } from './ring/remove-key-form.tsx';
import { RenameForm } from './ring/rename-form.tsx';
import { EnvironmentForm } from './environments/environment-form.tsx';
import { RemoveEnvironmentForm } from './environments/remove-environment-form.tsx';
import { ExportForm } from './export/export-form.tsx';
import { GenerateForm } from './generate-form.tsx';
import { ImportForm } from './import/import-form.tsx';
import { type KeyDialog, keys, useKeys } from './keys-store.ts';
import { ChangePassphraseForm } from './vault/change-passphrase-form.tsx';
import { VaultEntry } from './vault/vault-entry.tsx';
import './key-dialogs.css';

/** The dialogs about keys, for every screen. What one holds is gone from the page when it closes. */
export function KeyDialogs() {
  const { t } = useTranslation();
  const dialog = useKeys((state) => state.dialog);
  return (
    <Modal
      open={dialog !== undefined}
      title={dialog && t(`keys.dialog.${titleOf(dialog)}`)}
      footer={null}
      className="key-dialog"
      width="min(640px, 94vw)"
      destroyOnHidden
      // A click beside it must not throw away what was entered.
      maskClosable={false}
      onCancel={keys.close}
    >
      {dialog && contentOf(dialog)}
    </Modal>
  );
}

type TitleName = KeyDialog['kind'] | 'rotate' | 'newEnvironment';

function titleOf(dialog: KeyDialog): TitleName {
  if ('rotate' in dialog && dialog.rotate) return 'rotate';
  if (dialog.kind === 'environment' && dialog.id === undefined) return 'newEnvironment';
  return dialog.kind;
}

function contentOf(dialog: KeyDialog): ReactNode {
  const { close } = keys;
  switch (dialog.kind) {
    case 'import':
      return <ImportForm place={dialog.place} rotate={dialog.rotate} onDone={close} />;
    case 'generate':
      return <GenerateForm place={dialog.place} rotate={dialog.rotate} onDone={close} />;
    case 'choose':
      return <ChooseKeyForm place={dialog.place} rotate={dialog.rotate} onDone={close} />;
    case 'export':
      return <ExportForm id={dialog.key} onDone={close} />;
    case 'rename':
      return <RenameForm id={dialog.key} onDone={close} />;
    case 'remove':
      return <RemoveKeyForm id={dialog.key} onDone={close} />;
    case 'environment':
      return <EnvironmentForm id={dialog.id} onDone={close} />;
    case 'removeEnvironment':
      return <RemoveEnvironmentForm id={dialog.id} onDone={close} />;
    case 'vault':
      return <VaultEntry onOpened={close} onBack={close} />;
    case 'changePassphrase':
      return <ChangePassphraseForm onDone={close} />;
  }
}
