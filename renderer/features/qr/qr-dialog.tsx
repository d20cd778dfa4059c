import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { QrView } from './qr-view.tsx';

/** What all dialogs with a code have in common. */
export const qrModal = { footer: null, width: 460, centered: true, destroyOnHidden: true } as const;

interface QrDialogProps {
  /** Open as long as there is one. */
  readonly text: string | undefined;
  readonly onClose: () => void;
}

/** A text as a code large enough to be scanned from the screen. */
export function QrDialog({ text, onClose }: QrDialogProps) {
  const { t } = useTranslation();
  return (
    <Modal open={text !== undefined} title={t('qr.title')} {...qrModal} onCancel={onClose}>
      {text !== undefined && <QrView text={text} />}
    </Modal>
  );
}
