import { Button, Popconfirm } from 'antd';
import { RotateCcw, Save } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useKeyText } from '../../app/actions/use-key-text.ts';
import { activeOriginOf, compose, type Origin, useCompose } from './compose-store.ts';

/** Keep what was changed, or go back: only where there is something to save. */
export function SaveButtons({ onSave }: { readonly onSave: () => void }) {
  const { t } = useTranslation();
  const keys = useKeyText('save');
  const id = useCompose((state) => state.activeId);
  const origin = useCompose(activeOriginOf);
  const changed = useCompose((state) => id !== undefined && state.changedIds.has(id));
  if (id === undefined || !origin || (!changed && origin.file)) return null;
  return (
    <>
      {origin.file && <RevertButton id={id} origin={origin} />}
      <Button
        className="toolbar-short"
        icon={<Save size={13} aria-hidden />}
        title={`${t('workspace.saveTitle')}  ${keys.text}`.trim()}
        aria-keyshortcuts={keys.aria}
        data-testid="save"
        onClick={onSave}
      >
        {t('workspace.save')}
      </Button>
    </>
  );
}

function RevertButton({ id, origin }: { readonly id: string; readonly origin: Origin }) {
  const { t } = useTranslation();
  const { file } = origin;
  if (!file) return null;
  return (
    <Popconfirm
      title={t('toolbar.revertConfirm')}
      okText={t('toolbar.revert')}
      cancelText={t('toolbar.keep')}
      placement="bottomRight"
      onConfirm={() => compose.setOrigin(id, { origin: { ...origin, base: file.digest }, call: file.call })}
    >
      <Button
        className="toolbar-short"
        icon={<RotateCcw size={13} aria-hidden />}
        title={t('toolbar.revertTitle')}
        data-testid="revert"
      >
        {t('toolbar.revert')}
      </Button>
    </Popconfirm>
  );
}
