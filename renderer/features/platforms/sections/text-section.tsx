import { useState } from 'react';
import { Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { pathText } from '../../../../shared/own-platform/profile-problem.ts';
import type { CheckedPlatform } from '../../../../shared/model/own-platform.ts';
import { useHost } from '../../../app/host-context.ts';
import { useTask } from '../../../app/use-task.ts';
import { useBilingual } from '../../../i18n/use-bilingual.ts';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { useRefreshPlatforms } from '../use-refresh-platforms.ts';
import { draftOf } from '../use-platform-draft.ts';
import { platformsScreen, type PlatformDraft } from '../platforms-store.ts';

interface TextSectionProps {
  readonly draft: PlatformDraft;
  /** Whether the form has changes that are in no file: both cannot be edited at once. */
  readonly isDirty: boolean;
}

/** The file itself, comments and all. */
export function TextSection({ draft, isDirty }: TextSectionProps) {
  const { t } = useTranslation();
  const say = useBilingual();
  const host = useHost();
  const refresh = useRefreshPlatforms();
  const { isRunning, failure, run } = useTask();
  const [text, setText] = useState(draft.text);
  const [checked, setChecked] = useState<CheckedPlatform>();
  const { id, base } = draft;
  const isChanged = text !== draft.text;

  const check = () => run(async () => setChecked(await host.ownPlatforms.checkText.mutate({ id, text })));
  const save = () =>
    run(async () => {
      const saved = await host.ownPlatforms.saveText.mutate({ id, text, base });
      setChecked(undefined);
      platformsScreen.opened(draftOf(saved));
      await refresh();
    });

  return (
    <div className="platform-text">
      <p>{t(isDirty ? 'platforms.textAfterForm' : 'platforms.textHint')}</p>
      <Input.TextArea
        className="code-input"
        aria-label={t('platforms.section.text')}
        data-testid="platform-text"
        value={text}
        readOnly={isDirty}
        spellCheck={false}
        onChange={({ target }) => setText(target.value)}
      />
      {failure && <FailureNotice title={t('platforms.notSaved')} failure={failure} />}
      {checked && (
        <ul className="platform-problems" aria-label={t('platforms.problems')}>
          {checked.problems.length === 0 && <li>{t('platforms.inOrder')}</li>}
          {checked.problems.map((problem) => (
            <li key={`${pathText(problem.path)} ${problem.text.en}`}>
              {problem.position && <b>{t('finding.position', problem.position)}</b>}{' '}
              <code>{pathText(problem.path, checked.whole)}</code> {say(problem.text)}
            </li>
          ))}
        </ul>
      )}
      <div className="platform-text-tools">
        <Button disabled={isDirty || isRunning} onClick={() => void check()}>
          {t('platforms.check')}
        </Button>
        <Button
          type="primary"
          data-testid="platform-text-save"
          disabled={isDirty || isRunning || !isChanged}
          onClick={() => void save()}
        >
          {t('platforms.saveText')}
        </Button>
      </div>
    </div>
  );
}
