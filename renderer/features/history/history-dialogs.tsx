import type { ReactNode } from 'react';
import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { CompareForm } from './compare-form.tsx';
import { DescribeForm } from './describe-form.tsx';
import { ExportForm } from './export-form.tsx';
import { type HistoryDialog, historyScreen, useHistoryScreen } from './history-store.ts';
import './history-dialogs.css';

/** The dialogs about calls that were sent, for every screen. */
export function HistoryDialogs() {
  const { t } = useTranslation();
  const dialog = useHistoryScreen((state) => state.dialog);
  return (
    <Modal
      open={dialog !== undefined}
      title={dialog && t(`history.dialog.${dialog.kind}`)}
      footer={null}
      className="history-dialog"
      width={dialog?.kind === 'compare' ? 'min(1360px, 96vw)' : 'min(520px, 94vw)'}
      destroyOnHidden
      onCancel={historyScreen.close}
    >
      {dialog && contentOf(dialog)}
    </Modal>
  );
}

function contentOf(dialog: HistoryDialog): ReactNode {
  switch (dialog.kind) {
    case 'compare':
      return <CompareForm left={dialog.left} right={dialog.right} />;
    case 'describe':
      return <DescribeForm id={dialog.id} onDone={historyScreen.close} />;
    case 'export':
      return <ExportForm ids={dialog.ids} onDone={historyScreen.close} />;
  }
}
