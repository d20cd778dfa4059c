import type { ReactNode } from 'react';
import { RotateCcw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useBilingual } from '../../../i18n/use-bilingual.ts';
import { Field, type FieldControl } from '../../../ui/field.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import type { DraftPlace } from '../draft-context.ts';
import './draft-fields.css';

interface DraftFieldProps {
  readonly label: string;
  readonly place: DraftPlace;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly children: (control: FieldControl) => ReactNode;
}

/** A field with what is wrong at its place, and the way back to the built-in platform's value. */
export function DraftField({ label, place, hint, error, children }: DraftFieldProps) {
  const { t } = useTranslation();
  const say = useBilingual();
  const [problem] = place.problems;
  return (
    <div className="draft-field" data-differs={place.restore !== undefined}>
      <Field label={label} hint={hint} error={error ?? (problem && say(problem.text))}>
        {children}
      </Field>
      {place.restore && (
        <IconButton label={t('platforms.restore', { label })} onClick={place.restore}>
          <RotateCcw size={12} aria-hidden />
        </IconButton>
      )}
    </div>
  );
}
