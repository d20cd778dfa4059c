import { type FormEvent, useState } from 'react';
import { Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { newPlatform } from '../../../shared/own-platform/new-platform.ts';
import type { DataRecord } from '../../../shared/data/data.ts';
import type { Profile } from '../../../shared/profile/profile.ts';
import { useHost } from '../../app/host-context.ts';
import { useOwnPlatforms } from '../../app/queries.ts';
import { showScreen } from '../../app/screen-store.ts';
import { useTask } from '../../app/use-task.ts';
import { useBilingual } from '../../i18n/use-bilingual.ts';
import { Choice } from '../../ui/choice.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Field } from '../../ui/field.tsx';
import { useInitialFocus } from '../../ui/use-initial-focus.ts';
import { platformsScreen, type PlatformDialog } from './platforms-store.ts';
import { useRefreshPlatforms } from './use-refresh-platforms.ts';
import { withDefaults } from './with-defaults.ts';

interface NewPlatformFormProps {
  readonly dialog: Extract<PlatformDialog, { kind: 'new' }>;
  readonly platforms: readonly Profile[];
}

/** A platform of one's own: from nothing, or a built-in one to be corrected. */
export function NewPlatformForm({ dialog, platforms }: NewPlatformFormProps) {
  const { t } = useTranslation();
  const say = useBilingual();
  const host = useHost();
  const container = useInitialFocus<HTMLFormElement>();
  const refresh = useRefreshPlatforms();
  const { isRunning, failure, run } = useTask();
  const { data: own } = useOwnPlatforms();
  const builtIn = platforms.filter(({ id }) => !own?.files.some((file) => file.id === id));
  const [basedOn, setBasedOn] = useState(dialog.basedOn ?? '');
  const base = builtIn.find(({ id }) => id === basedOn);
  const [typedTitle, setTitle] = useState<string>();
  const [typedId, setId] = useState<string>();
  const title = typedTitle ?? (base ? t('platforms.correctedTitle', { title: say(base.title) }) : '');
  const id = typedId ?? (base ? `${base.id}-own` : '');
  const changed = Object.keys(dialog.defaults ?? {}).length;

  async function make(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (isRunning) return;
    const refused = await run(async () => {
      const words = { zh: title, en: title };
      const whole: DataRecord = base
        ? { ...withDefaults(base, dialog.defaults ?? {}), title: words }
        : { ...newPlatform(title), id };
      await host.ownPlatforms.save.mutate({ id, whole, ...(base && { basedOn: base.id }) });
      await refresh();
    });
    if (refused) return;
    platformsScreen.close();
    platformsScreen.showPlace(id, dialog.place ?? { section: 'overview' });
    showScreen('platforms');
  }

  const errorOf = (name: string) => (failure?.field === name ? say(failure.text) : undefined);
  return (
    <form ref={container} className="key-form" noValidate onSubmit={(event) => void make(event)}>
      <Field label={t('platforms.beginFrom')} hint={t(base ? 'platforms.beginBasedHint' : 'platforms.beginNewHint')}>
        {() => (
          <Choice
            label={t('platforms.beginFrom')}
            testId="new-platform-base"
            value={basedOn}
            options={[
              { value: '', label: t('platforms.beginNew') },
              ...builtIn.map((one) => ({ value: one.id, label: say(one.title) })),
            ]}
            onChange={setBasedOn}
          />
        )}
      </Field>
      <Field label={t('platforms.title')} error={errorOf('title')}>
        {(control) => (
          <Input
            {...control}
            data-testid="new-platform-title"
            value={title}
            maxLength={100}
            onChange={({ target }) => setTitle(target.value)}
          />
        )}
      </Field>
      <Field label={t('platforms.id')} hint={t('platforms.idHint')} error={errorOf('id')}>
        {(control) => (
          <Input
            {...control}
            className="code-input"
            data-testid="new-platform-id"
            value={id}
            maxLength={60}
            spellCheck={false}
            autoComplete="off"
            onChange={({ target }) => setId(target.value)}
          />
        )}
      </Field>
      {changed > 0 && <p>{t('platforms.withDefaults', { count: changed })}</p>}
      {failure && failure.field !== 'id' && <FailureNotice title={t('platforms.notSaved')} failure={failure} />}
      <div className="form-actions">
        <Button onClick={platformsScreen.close}>{t('platforms.cancel')}</Button>
        <Button
          type="primary"
          htmlType="submit"
          disabled={isRunning || title.trim() === ''}
          data-testid="new-platform-make"
        >
          {t('platforms.make')}
        </Button>
      </div>
    </form>
  );
}
