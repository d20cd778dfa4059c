import type { DataPath } from '../../../../shared/data/data-path.ts';
import type { Data } from '../../../../shared/data/data.ts';
import { Choice, type ChoiceOption } from '../../../ui/choice.tsx';
import { useDraftPlace } from '../draft-context.ts';
import { DraftField } from './draft-field.tsx';

interface DraftChoiceProps {
  readonly path: DataPath;
  readonly label: string;
  readonly hint?: string;
  /** The value of an option that is empty stands for a member that is left out. */
  readonly options: readonly ChoiceOption[];
  /** In place of the text that was chosen. */
  readonly toValue?: (chosen: string) => Data | undefined;
  readonly toText?: (value: Data | undefined) => string;
}

/** One of several values of a platform's place. */
export function DraftChoice({
  path,
  label,
  hint,
  options,
  toValue = textOrNothing,
  toText = textValue,
}: DraftChoiceProps) {
  const place = useDraftPlace(path);
  return (
    <DraftField label={label} place={place} hint={hint}>
      {() => (
        <Choice
          label={label}
          testId={`platform-${path.join('.')}`}
          value={toText(place.value)}
          options={options}
          disabled={place.isReadOnly}
          onChange={(chosen) => place.set(toValue(chosen))}
        />
      )}
    </DraftField>
  );
}

function textOrNothing(chosen: string): Data | undefined {
  return chosen === '' ? undefined : chosen;
}

function textValue(value: Data | undefined): string {
  return value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value);
}

/** Yes, no, or what the profile has when nothing is said. */
export function flagValue(chosen: string): Data | undefined {
  return chosen === '' ? undefined : chosen === 'true';
}
