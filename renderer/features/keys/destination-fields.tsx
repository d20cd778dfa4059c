import { Checkbox, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useBilingual } from '../../i18n/use-bilingual.ts';
import { Field } from '../../ui/field.tsx';
import { originOf, type SlotFacts } from './slot-facts.ts';

interface DestinationFieldsProps {
  readonly facts: SlotFacts | undefined;
  readonly label: string;
  readonly onLabel: (label: string) => void;
  readonly fillPair: boolean;
  readonly onFillPair: (fill: boolean) => void;
}

/** The name of a new key, which other slot it fills, and to which host it will be bound. */
export function DestinationFields({ facts, label, onLabel, fillPair, onFillPair }: DestinationFieldsProps) {
  const { t } = useTranslation();
  const say = useBilingual();
  return (
    <>
      <Field label={t('keys.label')} hint={t('keys.labelHint')}>
        {(control) => (
          <Input
            {...control}
            data-testid="key-label"
            value={label}
            maxLength={200}
            autoComplete="off"
            onChange={({ target }) => onLabel(target.value)}
          />
        )}
      </Field>
      {facts?.pair && (
        <Checkbox data-testid="fill-pair" checked={fillPair} onChange={({ target }) => onFillPair(target.checked)}>
          {t('keys.fillPair', { slot: say(facts.pair.title) })}
        </Checkbox>
      )}
      {facts && (
        <p className="key-binding" data-testid="key-binding">
          {t('keys.boundTo')} <code>{originOf(facts.environment.url)}</code>
        </p>
      )}
    </>
  );
}
