import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Environment } from '../../../shared/model/environment.ts';
import type { OwnPlatformSummary } from '../../../shared/model/own-platform.ts';
import { useTask } from '../../app/use-task.ts';
import { useBilingual } from '../../i18n/use-bilingual.ts';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import type { PlatformDraft } from './platforms-store.ts';
import { TextSection } from './sections/text-section.tsx';
import { useFollowFile } from './use-follow-file.ts';
import { useRemovePlatform } from './use-remove-platform.ts';

interface BrokenPlatformProps {
  readonly draft: PlatformDraft;
  readonly file: OwnPlatformSummary;
  readonly environments: readonly Environment[];
}

/** A file that is no YAML: what is wrong and where, and its text to mend. */
export function BrokenPlatform({ draft, file, environments }: BrokenPlatformProps) {
  const { t } = useTranslation();
  const say = useBilingual();
  const { isRunning, failure, run } = useTask();
  useFollowFile({ file, base: draft.base, dirty: false });
  const remove = useRemovePlatform({
    draft,
    environmentCount: environments.filter(({ platform, isSample }) => platform === file.id && !isSample).length,
  });
  return (
    <>
      <header className="platform-head">
        <h2>{say(file.title)}</h2>
        <code title={file.path}>{file.path}</code>
        <span className="platform-head-note" />
        <Button disabled={isRunning} data-testid="platform-remove" onClick={() => void run(remove)}>
          {t('platforms.remove')}
        </Button>
      </header>
      {failure && <FailureNotice title={t('platforms.notSaved')} failure={failure} />}
      {file.problems.map((problem) => (
        <FailureNotice
          key={problem.text.en}
          title={t('platforms.notRead')}
          failure={{ code: 'platform.unreadable', ...problem }}
        />
      ))}
      <div className="platform-parts">
        <div className="platform-section">
          <TextSection draft={draft} isDirty={false} />
        </div>
      </div>
    </>
  );
}
