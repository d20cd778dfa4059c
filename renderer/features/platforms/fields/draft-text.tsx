import { Input } from 'antd';
import type { DataPath } from '../../../../shared/data/data-path.ts';
import { useDraftPlace } from '../draft-context.ts';
import { DraftField } from './draft-field.tsx';

interface DraftTextProps {
  readonly path: DataPath;
  readonly label: string;
  readonly hint?: string;
  /** A member that is left out when nothing stands in the field. */
  readonly isOptional?: boolean;
  readonly isNumber?: boolean;
  readonly isWords?: boolean;
}

/** A text or number of the platform. What is typed is kept as it is, number or not: the check says what is wrong. */
export function DraftText({
  path,
  label,
  hint,
  isOptional = false,
  isNumber = false,
  isWords = false,
}: DraftTextProps) {
  const place = useDraftPlace(path);
  const { value } = place;
  const text =
    value === undefined || value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value);

  function typed(next: string): void {
    if (next === '' && isOptional) place.set(undefined);
    else place.set(isNumber && /^-?\d+(?:\.\d+)?$/.test(next) ? Number(next) : next);
  }

  return (
    <DraftField label={label} place={place} hint={hint}>
      {(control) => (
        <Input
          {...control}
          className={isWords ? undefined : 'code-input'}
          data-testid={`platform-${path.join('.')}`}
          value={text}
          readOnly={place.isReadOnly}
          spellCheck={false}
          autoComplete="off"
          onChange={({ target }) => typed(target.value)}
        />
      )}
    </DraftField>
  );
}
