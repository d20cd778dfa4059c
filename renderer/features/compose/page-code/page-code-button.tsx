import { useEffect, useRef, useState } from 'react';
import { Button, Modal } from 'antd';
import { QrCode as QrSign } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { HufuErrorDetail } from '../../../../shared/hufu-error.ts';
import { failureFrom } from '../../../app/host-failure.ts';
import { useHost } from '../../../app/host-context.ts';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { qrModal } from '../../qr/qr-dialog.tsx';
import { QrView } from '../../qr/qr-view.tsx';
import { compose } from '../compose-store.ts';

type Shown =
  | { readonly kind: 'loading' }
  | { readonly kind: 'address'; readonly url: string; readonly holdsSecret: boolean }
  | { readonly kind: 'failed'; readonly failure: HufuErrorDetail };

/**
 * The code of the page that the open call leads to. The address holds a token, so it lives in this component alone, from
 * the answer until the dialog is closed: no query caches it.
 */
export function PageCodeButton() {
  const { t } = useTranslation();
  const host = useHost();
  const [shown, setShown] = useState<Shown>();
  const asking = useRef<AbortController>(undefined);
  useEffect(() => () => asking.current?.abort(), []);

  async function show(): Promise<void> {
    const call = compose.activeCall();
    if (!call) return;
    const given = new AbortController();
    asking.current = given;
    setShown({ kind: 'loading' });
    let next: Shown;
    try {
      const input = { call, drawn: {}, ...compose.activePlace() };
      next = { kind: 'address', ...(await host.pageAddress.mutate(input, { signal: given.signal })) };
    } catch (error) {
      next = { kind: 'failed', failure: failureFrom(error) };
    }
    if (!given.signal.aborted) setShown(next);
  }

  function close(): void {
    asking.current?.abort();
    setShown(undefined);
  }

  return (
    <>
      <Button
        icon={<QrSign size={13} aria-hidden />}
        aria-label={t('qr.page')}
        title={t('qr.page')}
        data-testid="page-code"
        onClick={() => void show()}
      />
      <Modal open={shown !== undefined} title={t('qr.pageTitle')} {...qrModal} onCancel={close}>
        {shown?.kind === 'loading' && <p role="status">{t('qr.pageLoading')}</p>}
        {shown?.kind === 'failed' && <FailureNotice title={t('qr.pageFailed')} failure={shown.failure} />}
        {shown?.kind === 'address' && (
          <QrView
            text={shown.url}
            warning={shown.holdsSecret ? t('qr.holdsToken') : undefined}
            note={t('qr.pageNote')}
          />
        )}
      </Modal>
    </>
  );
}
