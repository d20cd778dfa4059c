import { type FormEvent, useState } from 'react';
import { Button, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { listed } from '../../../../shared/listed.ts';
import { useHost } from '../../../app/host-context.ts';
import { usePreferences } from '../../../app/preferences.ts';
import { useKeyRing } from '../../../app/queries.ts';
import { useTask } from '../../../app/use-task.ts';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import type { KeyPlace } from '../keys-store.ts';
import { originOf, usePlaceTitle, useSlotFacts } from '../slot-facts.ts';
import { useRefreshKeys } from '../use-refresh-keys.ts';
import { slotContent } from './slot-content.ts';

interface ChooseKeyFormProps {
  readonly place: KeyPlace;
  readonly rotate: boolean;
  readonly onDone: () => void;
}

/** One key may serve several slots: those of the ring that fit here. */
export function ChooseKeyForm({ place, rotate, onDone }: ChooseKeyFormProps) {
  const { t } = useTranslation();
  const host = useHost();
  const language = usePreferences((state) => state.language);
  const refresh = useRefreshKeys();
  const titleOf = usePlaceTitle();
  const { isRunning, failure, run } = useTask();
  const { ring } = useKeyRing();
  const facts = useSlotFacts(place);
  const [id, setId] = useState<string>();
  const { active } = slotContent(ring, place);
  const fitting =
    ring?.keys.filter((key) => key.algorithm === facts?.slot.algorithm && key.id !== active?.key.id) ?? [];

  async function fill(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (id === undefined) return;
    const refused = await run(async () => {
      await host.keys.assign.mutate({ id, place, rotate });
      await refresh();
    });
    if (!refused) onDone();
  }

  return (
    <form className="key-form" onSubmit={(event) => void fill(event)}>
      <p className="key-form-place">{titleOf(place)}</p>
      <Radio.Group
        className="generate-kinds"
        aria-label={t('keys.action.choose')}
        value={id}
        onChange={({ target }) => setId(String(target.value))}
      >
        {fitting.map((key) => (
          <Radio key={key.id} value={key.id}>
            {key.label} <code>{key.fingerprint}</code>
            <small>{key.uses.length === 0 ? t('keys.ring.unused') : listed(key.uses.map(titleOf), language)}</small>
          </Radio>
        ))}
      </Radio.Group>
      {facts && (
        <p className="key-binding">
          {t('keys.boundTo')} <code>{originOf(facts.environment.url)}</code>
        </p>
      )}
      {failure && <FailureNotice title={t('keys.action.choose')} failure={failure} />}
      <span className="form-actions">
        <Button onClick={onDone}>{t('keys.cancel')}</Button>
        <Button
          htmlType="submit"
          type="primary"
          disabled={id === undefined}
          loading={isRunning}
          data-testid="choose-submit"
        >
          {t('keys.use.take')}
        </Button>
      </span>
    </form>
  );
}
