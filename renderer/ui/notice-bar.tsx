import { useEffect } from 'react';
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from './icon-button.tsx';
import { notices, useNotice } from './notice-store.ts';
import './notice-bar.css';

/** Long enough to be read twice. What can be undone stays until it is dismissed. */
const shownMilliseconds = 12_000;

/** Says what was done, with the way back. Takes no focus. */
export function NoticeBar() {
  const { t } = useTranslation();
  const notice = useNotice((state) => state.notice);
  useEffect(() => {
    if (!notice || notice.action) return undefined;
    const timer = setTimeout(notices.dismiss, shownMilliseconds);
    return () => clearTimeout(timer);
  }, [notice]);
  return (
    <div role="status" className="notice-bar" data-shown={notice !== undefined}>
      {notice && (
        <>
          <span>{notice.text}</span>
          {notice.action && (
            <button
              type="button"
              className="link-button"
              data-testid="undo"
              onClick={() => {
                notices.dismiss();
                notice.action?.run();
              }}
            >
              {notice.action.label}
            </button>
          )}
          <IconButton label={t('result.dismiss')} onClick={notices.dismiss}>
            <X size={13} aria-hidden />
          </IconButton>
        </>
      )}
    </div>
  );
}
