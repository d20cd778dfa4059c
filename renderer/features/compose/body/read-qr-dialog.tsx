import { useMemo, useState } from 'react';
import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { qrMembers } from '../../../../shared/files/qr-members.ts';
import { ReadQrForm } from '../../qr/read-qr-form.tsx';
import type { BodyView } from './body-edit.ts';
import { InsertQrText } from './insert-qr-text.tsx';

interface ReadQrDialogProps {
  readonly open: boolean;
  readonly view: BodyView;
  /** Of the interface's request. */
  readonly schema: unknown;
  readonly onClose: () => void;
}

/** What the code in a picture says, for the body or the clipboard. */
export function ReadQrDialog({ open, view, schema, onClose }: ReadQrDialogProps) {
  const { t } = useTranslation();
  const [text, setText] = useState<string>();
  const namesQr = useMemo(() => qrMembers(schema), [schema]);

  function close(): void {
    setText(undefined);
    onClose();
  }

  return (
    <Modal open={open} title={t('qr.readTitle')} footer={null} width={520} destroyOnHidden onCancel={close}>
      <ReadQrForm text={text} onText={setText}>
        {text !== undefined && <InsertQrText view={view} namesQr={namesQr} text={text} onDone={close} />}
      </ReadQrForm>
    </Modal>
  );
}
