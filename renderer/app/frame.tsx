import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { ComposeScreen } from '../features/compose/compose-screen.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { failureFrom } from './host-failure.ts';
import { usePlatforms, useWorkspace } from './queries.ts';
import { Rail } from './rail.tsx';
import { StatusLine } from './status-line.tsx';
import './frame.css';

/** The window: rail, screen, status line. Painted before the host has answered. */
export function Frame() {
  const { t } = useTranslation();
  const platforms = usePlatforms();
  const workspace = useWorkspace();
  const error = platforms.error ?? workspace.error;

  function retry(): void {
    void platforms.refetch();
    void workspace.refetch();
  }

  return (
    <div className="frame">
      <Rail />
      <div className="frame-rest">
        <div className="frame-screen">
          {platforms.data && workspace.data ? (
            <ComposeScreen workspace={workspace.data} platforms={platforms.data} />
          ) : error ? (
            <div className="frame-failure">
              <FailureNotice
                title={t('load.failed')}
                failure={failureFrom(error)}
                action={<Button onClick={retry}>{t('load.retry')}</Button>}
              />
            </div>
          ) : (
            <p className="work-nothing">{t('load.waiting')}</p>
          )}
        </div>
        <StatusLine platforms={platforms.data ?? []} />
      </div>
    </div>
  );
}
