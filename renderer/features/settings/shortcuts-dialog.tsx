import { Modal } from 'antd';
import { create } from 'zustand';
import { useTranslation } from 'react-i18next';
import { ShortcutTable } from './shortcut-table.tsx';

const useShortcutsDialog = create<{ readonly isOpen: boolean }>()(() => ({ isOpen: false }));

export function showShortcuts(): void {
  useShortcutsDialog.setState({ isOpen: true });
}

/** All keys at a glance. */
export function ShortcutsDialog() {
  const { t } = useTranslation();
  const isOpen = useShortcutsDialog((state) => state.isOpen);
  return (
    <Modal
      open={isOpen}
      title={t('shortcuts.title')}
      footer={null}
      width="min(860px, 94vw)"
      destroyOnHidden
      onCancel={() => useShortcutsDialog.setState({ isOpen: false })}
    >
      <div data-testid="shortcuts-dialog">
        <ShortcutTable />
        <p>
          {t('shortcuts.editor')} {t('shortcuts.open')}
        </p>
      </div>
    </Modal>
  );
}
