import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHost } from '../../app/host-context.ts';
import { useBilingual } from '../../i18n/use-bilingual.ts';
import { usePreferences } from '../../app/preferences.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Toggle } from '../../ui/toggle.tsx';
import { FoldedText } from '../files/folded-text.tsx';
import { CodeText } from './code-text.tsx';
import { HexView } from './hex-view.tsx';
import type { ValueForm } from './convert-part.ts';
import type { PartPlace } from './find-slot.ts';
import { fetchWholeValue, useWholeValue } from './use-whole-value.ts';
import './value-view.css';

interface ValueViewProps {
  readonly place: PartPlace;
  /** What the value is called, for its buttons. */
  readonly what: string;
  readonly provisional?: readonly string[];
}

const forms: readonly ValueForm[] = ['text', 'hex', 'base64'];

/** One whole value as text, hex or Base64, to be read and copied. */
export function ValueView({ place, what, provisional = [] }: ValueViewProps) {
  const { t } = useTranslation();
  const host = useHost();
  const masking = usePreferences((state) => state.masking);
  // Bytes would tell what the text does not.
  const isCovered = masking && place.sensitivity !== 'public';
  const [wanted, setForm] = useState<ValueForm>(place.part.form);
  const form = isCovered ? 'text' : wanted;
  const name = place.part.name === '' ? what : `${what} ${place.part.name}`;
  return (
    <div className="value-view">
      <div className="value-view-bar">
        {place.part.name !== '' && <code>{place.part.name}</code>}
        {isCovered ? (
          <span>{t('masking.textOnly')}</span>
        ) : (
          <Toggle
            label={t('value.form')}
            value={form}
            options={forms.map((value) => ({ value, label: t(`value.${value}`) }))}
            onChange={setForm}
          />
        )}
        <span className="value-view-size">{t('wire.bytes', { count: place.part.size })}</span>
        <CopyButton what={name} text={() => fetchWholeValue(host, place, form)} />
      </div>
      <WholeValueText place={place} form={form} label={name} provisional={form === 'text' ? provisional : []} />
    </div>
  );
}

interface WholeValueTextProps {
  readonly place: PartPlace;
  readonly form: ValueForm;
  readonly label: string;
  readonly provisional: readonly string[];
}

function WholeValueText({ place, form, label, provisional }: WholeValueTextProps) {
  const { t } = useTranslation();
  const say = useBilingual();
  const whole = useWholeValue(place, form);
  switch (whole.state) {
    case 'here':
      return form === 'text' ? (
        <FoldedText text={whole.text} label={label} laidOut={false} unknownFiles={false} provisional={provisional} />
      ) : form === 'hex' ? (
        <HexView hex={whole.text} label={label} />
      ) : (
        <CodeText text={whole.text} label={label} />
      );
    case 'loading':
      return <p className="value-view-note">{t('value.loading')}</p>;
    case 'failed':
      return <p className="value-view-note">{say(whole.failure.text)}</p>;
  }
}
