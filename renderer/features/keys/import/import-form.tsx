import { type FormEvent, useState } from 'react';
import { Button, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { useHost } from '../../../app/host-context.ts';
import { useBilingual } from '../../../i18n/use-bilingual.ts';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { Field } from '../../../ui/field.tsx';
import { SecretInput } from '../../../ui/secret-input.tsx';
import { useInitialFocus } from '../../../ui/use-initial-focus.ts';
import { DestinationFields } from '../destination-fields.tsx';
import type { KeyPlace } from '../keys-store.ts';
import { usePlaceTitle, useSlotFacts } from '../slot-facts.ts';
import { useRefreshKeys } from '../use-refresh-keys.ts';
import { useVaultTask } from '../vault/use-vault-task.tsx';
import { FoundKeys } from './found-keys.tsx';
import { type KeySource, KeySourceFields } from './key-source-fields.tsx';
import { suggestedLabel } from './suggested-label.ts';
import { useExamination } from './use-examination.ts';
import './import-form.css';

interface ImportFormProps {
  readonly place: KeyPlace | undefined;
  readonly rotate: boolean;
  readonly onDone: () => void;
}

/**
 * Takes a key in any form and says what it is before anything is kept. What is entered stays in this component: it goes
 * to the host and with the dialog, and survives every refusal.
 */
export function ImportForm({ place, rotate, onDone }: ImportFormProps) {
  const { t } = useTranslation();
  const say = useBilingual();
  const host = useHost();
  const container = useInitialFocus<HTMLFormElement>();
  const refresh = useRefreshKeys();
  const facts = useSlotFacts(place);
  const titleOf = usePlaceTitle();
  const { gate, isRunning, failure, run } = useVaultTask();
  const [source, setSource] = useState<KeySource>();
  const [password, setPassword] = useState<string>();
  const [index, setIndex] = useState<number>();
  const [typedLabel, setTypedLabel] = useState<string>();
  const [fillPair, setFillPair] = useState(true);
  const [storage, setStorage] = useState<'vault' | 'session'>('vault');
  const examination = useExamination({ input: source?.input, password, place });
  const { found } = examination;
  const chosen = found.find((key) => key.index === index) ?? found[0];
  const [now] = useState(() => new Date());
  const suggested = suggestedLabel({
    found: chosen,
    fileName: source?.fileName,
    slotTitle: facts ? say(facts.slot.title) : t('keys.key'),
    now,
  });
  const label = typedLabel ?? suggested;
  const asksPassword = password !== undefined || examination.failure?.code === 'key.passwordNeeded';
  const canTake = chosen !== undefined && !examination.isRunning && label.trim() !== '';

  function changeSource(next: KeySource | undefined): void {
    setSource(next);
    setPassword(undefined);
    setIndex(undefined);
  }

  async function take(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!source || !chosen || !canTake || isRunning) return;
    const given = { input: source.input, index: chosen.index, ...(password === undefined ? {} : { password }) };
    const add = async () => {
      const fill = fillPair && facts?.pair !== undefined;
      await host.keys.add.mutate({
        ...given,
        label: label.trim(),
        ...(place ? { place } : {}),
        fillPair: fill,
        rotate,
      });
      await refresh();
      onDone();
    };
    if (storage === 'vault' || !place) return run(add);
    return run(async () => {
      await host.keys.setSessionKey.mutate({ ...given, place });
      await refresh();
      onDone();
    }, 'noVault');
  }

  return (
    <>
      {gate}
      <form ref={container} className="key-form" hidden={gate !== undefined} onSubmit={(event) => void take(event)}>
        {place && <p className="key-form-place">{titleOf(place)}</p>}
        <KeySourceFields source={source} onChange={changeSource} />
        {asksPassword && (
          <Field label={t('keys.import.password')} hint={t('keys.import.passwordHint')}>
            {(control) => (
              <SecretInput {...control} testId="import-password" value={password ?? ''} onChange={setPassword} />
            )}
          </Field>
        )}
        <span className="visually-hidden" role="status">
          {examination.isRunning && t('keys.import.examining')}
        </span>
        {examination.failure && (password !== undefined || !asksPassword) && (
          <FailureNotice title={t('keys.import.notTaken')} failure={examination.failure} />
        )}
        {chosen && <FoundKeys found={found} chosen={chosen} onChoose={setIndex} />}
        {place && (
          <Field label={t('keys.import.storage')} hint={t(`keys.import.storageHint.${storage}`)}>
            {(control) => (
              <Radio.Group
                id={control.id}
                aria-label={t('keys.import.storage')}
                value={storage}
                onChange={({ target }) => setStorage(target.value === 'session' ? 'session' : 'vault')}
              >
                <Radio value="vault">{t('keys.import.inVault')}</Radio>
                <Radio value="session" data-testid="storage-session">
                  {t('keys.import.inSession')}
                </Radio>
              </Radio.Group>
            )}
          </Field>
        )}
        {storage === 'vault' && (
          <DestinationFields
            facts={facts}
            label={label}
            onLabel={setTypedLabel}
            fillPair={fillPair}
            onFillPair={setFillPair}
          />
        )}
        {failure && <FailureNotice title={t('keys.import.notTaken')} failure={failure} />}
        <span className="form-actions">
          <Button onClick={onDone}>{t('keys.cancel')}</Button>
          <Button htmlType="submit" type="primary" disabled={!canTake} loading={isRunning} data-testid="import-submit">
            {t(rotate ? 'keys.import.rotate' : 'keys.import.take')}
          </Button>
        </span>
      </form>
    </>
  );
}
