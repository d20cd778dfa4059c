import type { ReactNode } from 'react';
import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Profile } from '../../../shared/profile/profile.ts';
import { ImportCodesForm } from './import-codes-form.tsx';
import { NewPlatformForm } from './new-platform-form.tsx';
import { platformsScreen, usePlatformsScreen, type PlatformDialog } from './platforms-store.ts';

/** The dialogs about platforms, for every screen. */
export function PlatformDialogs({ platforms }: { readonly platforms: readonly Profile[] }) {
  const { t } = useTranslation();
  const dialog = usePlatformsScreen((state) => state.dialog);
  return (
    <Modal
      open={dialog !== undefined}
      title={dialog && t(`platforms.dialog.${dialog.kind}`)}
      footer={null}
      className="key-dialog"
      width="min(640px, 94vw)"
      destroyOnHidden
      // A click beside it must not throw away what was entered.
      maskClosable={false}
      onCancel={platformsScreen.close}
    >
      {dialog && contentOf(dialog, platforms)}
    </Modal>
  );
}

function contentOf(dialog: PlatformDialog, platforms: readonly Profile[]): ReactNode {
  switch (dialog.kind) {
    case 'new':
      return <NewPlatformForm dialog={dialog} platforms={platforms} />;
    case 'codes':
      return <ImportCodesForm id={dialog.id} />;
  }
}
