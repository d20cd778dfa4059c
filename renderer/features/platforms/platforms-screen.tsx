import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Workspace } from '../../../shared/model/workspace.ts';
import type { DataRecord } from '../../../shared/data/data.ts';
import type { Profile } from '../../../shared/profile/profile.ts';
import { failureFrom } from '../../app/host-failure.ts';
import { useOwnPlatforms } from '../../app/queries.ts';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { SplitPane } from '../../ui/split-pane.tsx';
import { PlatformEditor } from './platform-editor.tsx';
import { PlatformList } from './platform-list.tsx';
import { PlatformView } from './platform-view.tsx';
import { usePlatformsScreen } from './platforms-store.ts';
import './platforms-screen.css';

interface PlatformsScreenProps {
  readonly workspace: Workspace;
  readonly platforms: readonly Profile[];
}

/** What each platform is: the built-in ones to look at, one's own to write and to correct. */
export function PlatformsScreen({ workspace, platforms }: PlatformsScreenProps) {
  const { t } = useTranslation();
  const { data: own, error } = useOwnPlatforms();
  const wished = usePlatformsScreen((state) => state.chosen);
  const files = own?.files ?? [];
  const isKnown = files.some(({ id }) => id === wished) || platforms.some(({ id }) => id === wished);
  const chosen = isKnown ? wished : (files[0]?.id ?? platforms[0]?.id);
  const file = files.find(({ id }) => id === chosen);
  const profile = platforms.find(({ id }) => id === chosen);
  const original = useMemo(() => asData(platforms.find(({ id }) => id === file?.basedOn)), [platforms, file?.basedOn]);

  return (
    <main className="platforms-screen" aria-label={t('rail.platforms')} data-testid="platforms-screen">
      <SplitPane
        name="platforms"
        direction="row"
        sized="first"
        initial="clamp(150px, 16%, 220px)"
        minimum={{ sized: 130, rest: 480 }}
        first={<PlatformList platforms={platforms} own={own} chosenId={chosen} />}
        second={
          <div className="platforms-content">
            {error && <FailureNotice title={t('platforms.notRead')} failure={failureFrom(error)} />}
            {own?.problems.map((problem) => (
              <FailureNotice key={problem.text.en} title={t('platforms.notRead')} failure={problem} />
            ))}
            {file ? (
              <PlatformEditor key={file.id} file={file} original={original} environments={workspace.environments} />
            ) : (
              profile && <PlatformView key={profile.id} profile={profile} />
            )}
          </div>
        }
      />
    </main>
  );
}

function asData(profile: Profile | undefined): DataRecord | undefined {
  return profile && (JSON.parse(JSON.stringify(profile)) as DataRecord);
}
