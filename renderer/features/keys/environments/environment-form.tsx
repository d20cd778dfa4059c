import { type FormEvent, useState } from 'react';
import { Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Bilingual } from '../../../../shared/bilingual.ts';
import type { Environment } from '../../../../shared/model/environment.ts';
import { environmentFields } from '../../../../shared/profile/environment-fields.ts';
import { environmentFindings } from '../../../../shared/profile/environment-findings.ts';
import { usePlatforms, useWorkspace } from '../../../app/queries.ts';
import { useHost } from '../../../app/host-context.ts';
import { useTask } from '../../../app/use-task.ts';
import { useBilingual } from '../../../i18n/use-bilingual.ts';
import { Choice } from '../../../ui/choice.tsx';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { Field } from '../../../ui/field.tsx';
import { useInitialFocus } from '../../../ui/use-initial-focus.ts';
import { VariableRows } from '../../compose/variables/variable-rows.tsx';
import { keys } from '../keys-store.ts';
import { useRefreshKeys } from '../use-refresh-keys.ts';
import { ConventionFields } from './convention-fields.tsx';
import { isTimeLimit, TransportFields } from './transport-fields.tsx';
import { environmentOf, ofPlatform, typedEnvironment, type TypedEnvironment } from './typed-environment.ts';
import './environment-form.css';

interface EnvironmentFormProps {
  /** Undefined for a new one. */
  readonly id: string | undefined;
  readonly onDone: () => void;
}

/** Where a platform's calls go, as whom, and by which agreement. Keys are put in afterwards. */
export function EnvironmentForm({ id, onDone }: EnvironmentFormProps) {
  const { t } = useTranslation();
  const say = useBilingual();
  const host = useHost();
  const container = useInitialFocus<HTMLFormElement>();
  const refresh = useRefreshKeys();
  const { isRunning, failure, run } = useTask();
  const { data: platforms = [] } = usePlatforms();
  const edited = useWorkspace().data?.environments.find((environment) => environment.id === id);
  const [base] = useState(edited?.digest);
  const [typed, setTyped] = useState(() =>
    typedEnvironment(edited ?? { platform: platforms[0]?.id ?? '' }, edited ? say(edited.title) : ''),
  );
  const { title, platform, url, values, conventions, variables, transport, keepsBodies } = typed;
  const change = (part: Partial<TypedEnvironment>) => setTyped({ ...typed, ...part });
  const profile = platforms.find((candidate) => candidate.id === platform);
  const fields = profile ? environmentFields(profile) : [];
  const names = new Set(['title', 'url', ...Object.keys(transport), ...fields.map(({ name }) => name)]);
  const errorOf = (name: string) => (failure?.field === name ? say(failure.text) : undefined);
  const findings = profile ? environmentFindings(profile, values) : [];
  const warningOf = (name: string) => findings.find(({ field }) => field === name)?.message;
  const differing = Object.keys(conventions).length;

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (isRunning) return;
    const refused = await run(async () => {
      const saved = await host.environments.save.mutate({
        id: id ?? '',
        ...environmentOf(typed),
        ...(base !== undefined && { base }),
      });
      await refresh();
      keys.choose(saved.id);
    });
    if (!refused) onDone();
  }

  return (
    <form ref={container} className="key-form" noValidate onSubmit={(event) => void save(event)}>
      <Field label={t('keys.environments.name')} error={errorOf('title')}>
        {(control) => (
          <Input
            {...control}
            data-testid="environment-form-title"
            value={title}
            maxLength={200}
            placeholder={t('keys.environments.nameExample')}
            onChange={({ target }) => change({ title: target.value })}
          />
        )}
      </Field>
      <Field label={t('toolbar.platform')}>
        {() => (
          <Choice
            label={t('toolbar.platform')}
            testId="environment-form-platform"
            value={platform}
            options={platforms
              .filter((candidate) => !edited || candidate.id === platform)
              .map((candidate) => ({ value: candidate.id, label: say(candidate.title) }))}
            onChange={(chosen) => setTyped(ofPlatform(typed, chosen))}
          />
        )}
      </Field>
      <Field
        label={t('keys.environments.url')}
        hint={t('keys.environments.urlHint', { simulator: '{{simulator}}' })}
        error={errorOf('url')}
      >
        {(control) => (
          <Input
            {...control}
            className="code-input"
            data-testid="environment-form-url"
            value={url}
            spellCheck={false}
            autoComplete="off"
            placeholder="https://"
            onChange={({ target }) => change({ url: target.value })}
          />
        )}
      </Field>
      {fields.map(({ name, title: fieldTitle, patternText }) => (
        <Field
          key={name}
          label={`${say(fieldTitle)} ${name}`}
          hint={patternText && say(patternText)}
          error={errorOf(name) ?? words(warningOf(name), say)}
        >
          {(control) => (
            <Input
              {...control}
              className="code-input"
              data-testid={`environment-form-${name}`}
              value={values[name] ?? ''}
              spellCheck={false}
              autoComplete="off"
              onChange={({ target }) => change({ values: { ...values, [name]: target.value } })}
            />
          )}
        </Field>
      ))}
      <details className="environment-section" open={differing > 0}>
        <summary>{t('keys.environments.conventions', { count: differing })}</summary>
        {profile && (
          <ConventionFields
            profile={profile}
            value={conventions}
            onChange={(chosen) => change({ conventions: chosen })}
          />
        )}
      </details>
      <details className="environment-section" open={variables.length > 0} data-testid="environment-variables">
        <summary>{t('keys.environments.variables', { count: variables.length })}</summary>
        <p>{t('variables.hint')}</p>
        <VariableRows rows={variables} onChange={(rows) => change({ variables: rows })} />
      </details>
      <details className="environment-section" open={hasTransport(edited)} data-testid="environment-network">
        <summary>{t('keys.environments.network')}</summary>
        <TransportFields value={transport} onChange={(reached) => change({ transport: reached })} errorOf={errorOf} />
      </details>
      <label className="environment-keeps">
        <input
          type="checkbox"
          data-testid="environment-form-keeps"
          checked={keepsBodies}
          onChange={({ target }) => change({ keepsBodies: target.checked })}
        />
        <span>
          {t('keys.environments.keepsBodies')}
          <small>{t('keys.environments.keepsBodiesHint')}</small>
        </span>
      </label>
      {failure && !names.has(failure.field ?? '') && (
        <FailureNotice title={t('keys.environments.notSaved')} failure={failure} />
      )}
      <span className="form-actions">
        <Button onClick={onDone}>{t('keys.cancel')}</Button>
        <Button
          htmlType="submit"
          type="primary"
          loading={isRunning}
          disabled={title.trim() === '' || url.trim() === '' || !isTimeLimit(transport.timeoutSeconds)}
          data-testid="environment-form-save"
        >
          {t('keys.save')}
        </Button>
      </span>
    </form>
  );
}

function words(text: Bilingual | undefined, say: (text: Bilingual) => string): string | undefined {
  return text && say(text);
}

function hasTransport(edited: Environment | undefined): boolean {
  return edited !== undefined && Object.keys(edited.transport).length > 0;
}
