import { type FormEvent, useState } from 'react';
import { Button, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import type { GeneratedKind } from '../../../shared/model/key.ts';
import type { KeySummary } from '../../../shared/model/key-ring.ts';
import { useHost } from '../../app/host-context.ts';
import { useBilingual } from '../../i18n/use-bilingual.ts';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { useInitialFocus } from '../../ui/use-initial-focus.ts';
import { DestinationFields } from './destination-fields.tsx';
import { PublicHalf } from './export/public-half.tsx';
import { generateKinds } from './generate-kinds.ts';
import { suggestedLabel } from './import/suggested-label.ts';
import { KeyFacts } from './key-facts.tsx';
import type { KeyPlace } from './keys-store.ts';
import { usePlaceTitle, useSlotFacts } from './slot-facts.ts';
import { useRefreshKeys } from './use-refresh-keys.ts';
import { useVaultTask } from './vault/use-vault-task.tsx';
import './import/import-form.css';

interface GenerateFormProps {
  readonly place: KeyPlace | undefined;
  readonly rotate: boolean;
  readonly onDone: () => void;
}

/** Makes a key inside the host. Only its public half is ever shown. */
export function GenerateForm({ place, rotate, onDone }: GenerateFormProps) {
  const { t } = useTranslation();
  const say = useBilingual();
  const host = useHost();
  const container = useInitialFocus<HTMLFormElement>();
  const refresh = useRefreshKeys();
  const facts = useSlotFacts(place);
  const titleOf = usePlaceTitle();
  const { gate, isRunning, failure, run } = useVaultTask();
  const kinds = generateKinds(facts?.slot.algorithm);
  const [kind, setKind] = useState<GeneratedKind | undefined>(kinds[0]);
  const [typedLabel, setTypedLabel] = useState<string>();
  const [fillPair, setFillPair] = useState(true);
  const [made, setMade] = useState<KeySummary>();
  const [now] = useState(() => new Date());
  const slotTitle = facts ? say(facts.slot.title) : t('keys.key');
  const label = typedLabel ?? suggestedLabel({ found: undefined, fileName: undefined, slotTitle, now });

  async function generate(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!kind || label.trim() === '' || isRunning) return;
    await run(async () => {
      const fill = fillPair && facts?.pair !== undefined;
      const destination = { label: label.trim(), ...(place ? { place } : {}), fillPair: fill, rotate };
      const summary: KeySummary = await host.keys.generate.mutate({ kind, ...destination });
      await refresh();
      setMade(summary);
    });
  }

  if (made) return <GeneratedKey made={made} onDone={onDone} />;
  return (
    <>
      {gate}
      <form ref={container} className="key-form" hidden={gate !== undefined} onSubmit={(event) => void generate(event)}>
        {place && <p className="key-form-place">{titleOf(place)}</p>}
        <Radio.Group
          className="generate-kinds"
          aria-label={t('keys.generate.kind')}
          value={kind}
          onChange={({ target }) => setKind(kinds.find((candidate) => candidate === target.value))}
        >
          {kinds.map((candidate) => (
            <Radio key={candidate} value={candidate} data-testid={`generate-kind-${candidate}`}>
              {t(`keys.generate.kinds.${candidate}`)}
              <small>{t(`keys.generate.explained.${candidate}`)}</small>
            </Radio>
          ))}
        </Radio.Group>
        {kind === 'sm4Digits' && <p className="vault-form-warning">{t('keys.generate.digitsWarning')}</p>}
        <DestinationFields
          facts={facts}
          label={label}
          onLabel={setTypedLabel}
          fillPair={fillPair}
          onFillPair={setFillPair}
        />
        {failure && <FailureNotice title={t('keys.generate.failed')} failure={failure} />}
        <span className="form-actions">
          <Button onClick={onDone}>{t('keys.cancel')}</Button>
          <Button
            htmlType="submit"
            type="primary"
            disabled={!kind || label.trim() === ''}
            loading={isRunning}
            data-testid="generate-submit"
          >
            {t('keys.action.generate')}
          </Button>
        </span>
      </form>
    </>
  );
}

function GeneratedKey({ made, onDone }: { readonly made: KeySummary; readonly onDone: () => void }) {
  const { t } = useTranslation();
  return (
    <div className="key-form" data-testid="generated">
      <p role="status">{t('keys.generate.made', { label: made.label })}</p>
      <KeyFacts description={made} />
      {made.publicKey !== undefined && <PublicHalf summary={made} />}
      <span className="form-actions">
        <Button type="primary" onClick={onDone} data-testid="generate-done">
          {t('keys.done')}
        </Button>
      </span>
    </div>
  );
}
