import { useState } from 'react';
import { Input } from 'antd';
import type { DataPath } from '../../../../shared/data/data-path.ts';
import { equalData, lineOf } from '../../../../shared/data/data.ts';
import { useDraftPlace } from '../draft-context.ts';
import { DraftField } from './draft-field.tsx';

interface DraftListProps {
  readonly path: DataPath;
  readonly label: string;
  readonly hint?: string;
  /** Left out when nothing stands in the field; otherwise an empty list. */
  readonly isOptional?: boolean;
}

/** A list of names, with commas between. */
export function DraftList({ path, label, hint, isOptional = false }: DraftListProps) {
  const place = useDraftPlace(path);
  const [typed, setTyped] = useState<string>();
  const shown = Array.isArray(place.value) ? place.value.map(lineOf).join(', ') : lineOf(place.value);
  // A comma that was just typed stays, although it means nothing yet.
  const isCurrent = typed !== undefined && (namesOf(typed).length === 0 || equalData(namesOf(typed), place.value));

  return (
    <DraftField label={label} place={place} hint={hint}>
      {(control) => (
        <Input
          {...control}
          className="code-input"
          data-testid={`platform-${path.join('.')}`}
          value={isCurrent ? typed : shown}
          readOnly={place.isReadOnly}
          spellCheck={false}
          autoComplete="off"
          onChange={({ target }) => {
            setTyped(target.value);
            const names = namesOf(target.value);
            place.set(names.length === 0 && isOptional ? undefined : names);
          }}
        />
      )}
    </DraftField>
  );
}

function namesOf(text: string): string[] {
  return text.split(/[,，、\s]+/).filter(Boolean);
}
