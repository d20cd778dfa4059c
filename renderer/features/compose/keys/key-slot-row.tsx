import { type FormEvent, useState } from 'react';
import { Button, Input } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { HufuErrorDetail } from '../../../../shared/hufu-error.ts';
import type { Environment } from '../../../../shared/model/environment.ts';
import type { KeySlot } from '../../../../shared/profile/profile.ts';
import { failureFrom } from '../../../app/host-failure.ts';
import { useHost } from '../../../app/host-context.ts';
import type { Tone } from '../../../app/palette.ts';
import { queryKeys } from '../../../app/queries.ts';
import { useBilingual } from '../../../i18n/use-bilingual.ts';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { compose } from '../compose-store.ts';
import { type FilledBy, filledBy } from './key-state.ts';

const tones: Readonly<Record<FilledBy, Tone>> = { sample: 'plain', session: 'decrypted', nothing: 'failure' };

/** One key slot: by what it is filled, and a field to fill it until the host stops. What was entered is not kept here. */
export function KeySlotRow({ slot, environment }: { readonly slot: KeySlot; readonly environment: Environment }) {
  const { t } = useTranslation();
  const say = useBilingual();
  const host = useHost();
  const queryClient = useQueryClient();
  const [text, setText] = useState('');
  const [progress, setProgress] = useState<'saving' | 'saved' | HufuErrorDetail>();
  const state = filledBy(environment, slot.name);
  const title = say(slot.title);

  /** Not a mutation of the query cache, which would go on holding what was entered. */
  async function fill(entered: string): Promise<void> {
    setProgress('saving');
    try {
      await host.setSessionKey.mutate({ environment: environment.id, slot: slot.name, text: entered });
      setText('');
      await queryClient.invalidateQueries({ queryKey: queryKeys.workspace });
      compose.outdatePreview();
      setProgress('saved');
    } catch (error) {
      setProgress(failureFrom(error));
    }
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (text !== '') void fill(text);
  }

  return (
    <form className="key-slot" onSubmit={submit}>
      <header>
        <b>{title}</b>
        <code>{slot.name}</code>
        <Tag tone={tones[state]} testId={`key-state-${slot.name}`}>
          {t(`keys.${state}`)}
        </Tag>
      </header>
      <small>
        {t(`keys.algorithm.${slot.algorithm}`)} · {t(`keys.holder.${slot.holder}`)} ·{' '}
        {t('header.clause', { clause: slot.clause })}
      </small>
      <div className="key-slot-entry">
        <Input.Password
          aria-label={t('keys.enter', { title })}
          placeholder={t('keys.enter', { title })}
          data-testid={`key-${slot.name}`}
          value={text}
          autoComplete="off"
          visibilityToggle={false}
          spellCheck={false}
          onChange={({ target }) => setText(target.value)}
        />
        <Button htmlType="submit" disabled={text === ''} loading={progress === 'saving'}>
          {t('keys.set')}
        </Button>
        {state === 'session' && <Button onClick={() => void fill('')}>{t('keys.clear')}</Button>}
      </div>
      <span role="status">{progress === 'saved' && t(state === 'session' ? 'keys.wasSet' : 'keys.wasCleared')}</span>
      {typeof progress === 'object' && <FailureNotice title={title} failure={progress} />}
    </form>
  );
}
