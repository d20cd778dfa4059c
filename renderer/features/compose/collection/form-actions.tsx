import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { HufuErrorDetail } from '../../../../shared/hufu-error.ts';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { treeDialog } from './tree-dialog-store.ts';

interface FormActionsProps {
  readonly failure: HufuErrorDetail | undefined;
  readonly isRunning: boolean;
  readonly disabled?: boolean;
}

/** What stands at the end of every dialog of the tree: why it did not work, back, and on. */
export function FormActions({ failure, isRunning, disabled = false }: FormActionsProps) {
  const { t } = useTranslation();
  return (
    <>
      {failure && <FailureNotice title={t('workspace.notDone')} failure={failure} />}
      <span className="form-actions">
        <Button onClick={treeDialog.close}>{t('workspace.cancel')}</Button>
        <Button htmlType="submit" type="primary" loading={isRunning} disabled={disabled} data-testid="tree-dialog-ok">
          {t('workspace.ok')}
        </Button>
      </span>
    </>
  );
}
