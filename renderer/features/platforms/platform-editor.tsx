import { useMemo } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { platformDraftPrefix } from '../../../shared/model/draft.ts';
import type { Environment } from '../../../shared/model/environment.ts';
import type { OwnPlatformSummary } from '../../../shared/model/own-platform.ts';
import type { DataRecord } from '../../../shared/data/data.ts';
import { failureFrom } from '../../app/host-failure.ts';
import { useHost } from '../../app/host-context.ts';
import { useTask } from '../../app/use-task.ts';
import { useBilingual } from '../../i18n/use-bilingual.ts';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { SplitPane } from '../../ui/split-pane.tsx';
import { Tag } from '../../ui/tag.tsx';
import { BrokenPlatform } from './broken-platform.tsx';
import { CheckPanel } from './check/check-panel.tsx';
import { usePlatformCheck } from './check/use-platform-check.ts';
import { DraftContext, type DraftForm } from './draft-context.ts';
import { PlatformSections } from './platform-sections.tsx';
import { platformsScreen, type PlatformDraft } from './platforms-store.ts';
import { TextSection } from './sections/text-section.tsx';
import { draftOf, isDirty, usePlatformDraft } from './use-platform-draft.ts';
import { useFollowFile } from './use-follow-file.ts';
import { useRefreshPlatforms } from './use-refresh-platforms.ts';
import { useRemovePlatform } from './use-remove-platform.ts';

interface PlatformEditorProps {
  readonly file: OwnPlatformSummary;
  /** The built-in platform that it is based on, as data. */
  readonly original: DataRecord | undefined;
  readonly environments: readonly Environment[];
}

/** An own platform: its parts as forms, its file as text, what is wrong with it, and a call of it. */
export function PlatformEditor({ file, original, environments }: PlatformEditorProps) {
  const { t } = useTranslation();
  const { draft, error } = usePlatformDraft(file.id);
  if (error) return <FailureNotice title={t('platforms.notRead')} failure={failureFrom(error)} />;
  if (!draft) return <p className="work-nothing">{t('load.waiting')}</p>;
  return file.isBroken ? (
    <BrokenPlatform key={draft.base} draft={draft} file={file} environments={environments} />
  ) : (
    <Editing draft={draft} file={file} original={original} environments={environments} />
  );
}

function Editing({ draft, file, original, environments }: PlatformEditorProps & { readonly draft: PlatformDraft }) {
  const { t } = useTranslation();
  const say = useBilingual();
  const host = useHost();
  const refresh = useRefreshPlatforms();
  const { isRunning, failure, run } = useTask();
  const problems = usePlatformCheck(draft);
  const dirty = isDirty(draft);
  const { id, basedOn, base, whole } = draft;
  const form = useMemo<DraftForm>(
    () => ({
      id,
      whole,
      original,
      isReadOnly: false,
      problems,
      change: (path, value) => platformsScreen.change(id, path, value, original),
    }),
    [id, whole, original, problems],
  );

  useFollowFile({ file, base, dirty });
  const remove = useRemovePlatform({
    draft,
    environmentCount: environments.filter(({ platform, isSample }) => platform === id && !isSample).length,
  });
  const save = () =>
    run(async () => {
      const saved = await host.ownPlatforms.save.mutate({ id, basedOn, whole, base });
      await host.removeDraft.mutate(`${platformDraftPrefix}${id}`);
      platformsScreen.opened(draftOf(saved));
      await refresh();
    });
  /** As the file has it now, which may be another than the one that was opened. */
  const discard = () =>
    run(async () => {
      await host.removeDraft.mutate(`${platformDraftPrefix}${id}`);
      platformsScreen.opened(draftOf(await host.ownPlatforms.open.query(id)));
    });

  return (
    <DraftContext value={form}>
      <header className="platform-head">
        <h2>{say(file.title)}</h2>
        <code title={file.path}>{file.path}</code>
        {basedOn !== undefined && <Tag tone="plain">{t('platforms.basedOn', { id: basedOn })}</Tag>}
        {dirty && <Tag tone="encrypted">{t('platforms.unsaved')}</Tag>}
        <span className="platform-head-note" />
        <Button disabled={isRunning} data-testid="platform-remove" onClick={() => void run(remove)}>
          {t('platforms.remove')}
        </Button>
        <Button disabled={isRunning || !dirty} data-testid="platform-discard" onClick={() => void discard()}>
          {t('platforms.discard')}
        </Button>
        <Button type="primary" disabled={isRunning || !dirty} data-testid="platform-save" onClick={() => void save()}>
          {t('platforms.save')}
        </Button>
      </header>
      {dirty && file.digest !== base && (
        <div className="platform-changed" role="alert" data-testid="platform-changed-outside">
          <span>{t('platforms.changedOutside', { path: file.path })}</span>
          <Button
            disabled={isRunning}
            data-testid="platform-keep-mine"
            onClick={() => platformsScreen.opened({ ...draft, base: file.digest })}
          >
            {t('platforms.keepMine')}
          </Button>
          <Button disabled={isRunning} data-testid="platform-take-theirs" onClick={() => void discard()}>
            {t('platforms.takeTheirs')}
          </Button>
        </div>
      )}
      {failure && <FailureNotice title={t('platforms.notSaved')} failure={failure} />}
      <SplitPane
        name="platformCheck"
        direction="column"
        sized="second"
        initial="34%"
        minimum={{ sized: 70, rest: 180 }}
        first={
          <div className="platform-parts">
            <PlatformSections text={<TextSection key={base} draft={draft} isDirty={dirty} />} />
          </div>
        }
        second={<CheckPanel draft={draft} problems={problems} environments={environments} />}
      />
    </DraftContext>
  );
}
