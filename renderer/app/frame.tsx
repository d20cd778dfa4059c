import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { ComposeScreen } from '../features/compose/compose-screen.tsx';
import { HistoryDialogs } from '../features/history/history-dialogs.tsx';
import { HistoryScreen } from '../features/history/history-screen.tsx';
import { useFollowVault } from '../features/keys/use-follow-vault.ts';
import { KeyDialogs } from '../features/keys/key-dialogs.tsx';
import { KeysScreen } from '../features/keys/keys-screen.tsx';
import { PlatformDialogs } from '../features/platforms/platform-dialogs.tsx';
import { PlatformsScreen } from '../features/platforms/platforms-screen.tsx';
import { CommandPalette } from '../features/palette/command-palette.tsx';
import { SettingsScreen } from '../features/settings/settings-screen.tsx';
import { ShortcutsDialog } from '../features/settings/shortcuts-dialog.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { NoticeBar } from '../ui/notice-bar.tsx';
import { useShortcuts } from './actions/use-shortcuts.ts';
import { useWindowActions } from './actions/use-window-actions.ts';
import { failureFrom } from './host-failure.ts';
import { usePlatforms, useWorkspace } from './queries.ts';
import { Rail } from './rail.tsx';
import { useScreen } from './screen-store.ts';
import { StatusLine } from './status-line.tsx';
import { FailureBoundary } from './failure-boundary.tsx';
import './frame.css';

/** The window: rail, screen, status line. Painted before the host has answered. */
export function Frame() {
  const { t } = useTranslation();
  const platforms = usePlatforms();
  const workspace = useWorkspace();
  const screen = useScreen((state) => state.screen);
  const error = platforms.error ?? workspace.error;
  useFollowVault();
  useShortcuts();
  useWindowActions();

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
            <>
              {/* Stays where it is behind another screen, with its editor, undo and drafts. */}
              <div className="frame-screen" hidden={screen !== 'compose'}>
                <FailureBoundary>
                  <ComposeScreen workspace={workspace.data} platforms={platforms.data} />
                </FailureBoundary>
              </div>
              <FailureBoundary key={screen}>
                {screen === 'history' && <HistoryScreen />}
                {screen === 'keys' && <KeysScreen workspace={workspace.data} platforms={platforms.data} />}
                {screen === 'settings' && <SettingsScreen />}
                {screen === 'platforms' && <PlatformsScreen workspace={workspace.data} platforms={platforms.data} />}
              </FailureBoundary>
              <KeyDialogs />
              <PlatformDialogs platforms={platforms.data} />
              <HistoryDialogs />
              <CommandPalette workspace={workspace.data} platforms={platforms.data} />
              <ShortcutsDialog />
            </>
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
        <NoticeBar />
        <FailureBoundary>
          <StatusLine platforms={platforms.data ?? []} />
        </FailureBoundary>
      </div>
    </div>
  );
}
