import { useState } from 'react';
import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { DataPath } from '../../../../shared/data/data-path.ts';
import { equalData, type Data } from '../../../../shared/data/data.ts';
import { useDraftPlace } from '../draft-context.ts';
import { DraftField } from './draft-field.tsx';

interface DraftDataProps {
  readonly path: DataPath;
  readonly label: string;
  readonly hint?: string;
  readonly isOptional?: boolean;
  readonly rows?: number;
  /** The place holds the JSON as a text, digits and order as typed (samples), and not as data. */
  readonly isText?: boolean;
}

/** A place that is written as JSON. A text that is none stays in the field and is not taken over. */
export function DraftData({ path, label, hint, isOptional = false, rows = 4, isText = false }: DraftDataProps) {
  const { t } = useTranslation();
  const place = useDraftPlace(path);
  const [typed, setTyped] = useState<{ readonly text: string; readonly value: Data | undefined }>();
  const shown = isText ? textOf(place.value) : layOut(place.value);
  // What stands in the field is the user's as long as it says the same, and while it says nothing.
  const isCurrent = typed !== undefined && equalData(typed.value, place.value);
  const text = isCurrent ? typed.text : shown;
  const isBroken = text.trim() !== '' && parsed(text) === undefined;

  function change(next: string): void {
    const data = isText ? next : parsed(next);
    const isGone = next.trim() === '' && isOptional;
    const value = isGone ? undefined : (data ?? place.value);
    setTyped({ text: next, value });
    if (isGone || data !== undefined) place.set(value);
  }

  return (
    <DraftField label={label} place={place} hint={hint} error={isBroken ? t('platforms.notJson') : undefined}>
      {(control) => (
        <Input.TextArea
          {...control}
          className="code-input"
          data-testid={`platform-${path.join('.')}`}
          value={text}
          readOnly={place.isReadOnly}
          spellCheck={false}
          autoSize={{ minRows: Math.min(rows, 3), maxRows: rows + 12 }}
          onChange={({ target }) => change(target.value)}
        />
      )}
    </DraftField>
  );
}

function parsed(text: string): Data | undefined {
  try {
    return JSON.parse(text) as Data;
  } catch {
    return undefined;
  }
}

function layOut(value: Data | undefined): string {
  return value === undefined ? '' : JSON.stringify(value, null, 2);
}

function textOf(value: Data | undefined): string {
  return typeof value === 'string' ? value : layOut(value);
}
