import { useTranslation } from 'react-i18next';
import type { BrokenFile } from '../../../../shared/model/workspace.ts';
import { FailureNotice } from '../../../ui/failure-notice.tsx';

/** A file that is no request: what is wrong with it, and where. Mended outside, it is a request a moment later. */
export function BrokenRequest({ file: { path, problem } }: { readonly file: BrokenFile }) {
  const { t } = useTranslation();
  return (
    <main className="work">
      <div className="broken-request">
        <FailureNotice title={path} failure={problem} />
        <p>{t('workspace.brokenHint')}</p>
      </div>
    </main>
  );
}
