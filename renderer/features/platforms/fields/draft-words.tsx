import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { DataPath } from '../../../../shared/data/data-path.ts';
import { isRecord, lineOf, type Data } from '../../../../shared/data/data.ts';
import { useDraftPlace } from '../draft-context.ts';
import { DraftField } from './draft-field.tsx';

interface DraftWordsProps {
  readonly path: DataPath;
  readonly label: string;
  readonly isLong?: boolean;
  readonly isOptional?: boolean;
}

/** A text in both languages, side by side; an English one that is left alone follows the Chinese. */
export function DraftWords({ path, label, isLong = false, isOptional = false }: DraftWordsProps) {
  const { t } = useTranslation();
  const place = useDraftPlace(path);
  const { zh, en } = wordsOf(place.value);
  const Control = isLong ? Input.TextArea : Input;

  function typed(next: { readonly zh: string; readonly en: string }): void {
    place.set(isOptional && next.zh === '' && next.en === '' ? undefined : next);
  }

  return (
    <DraftField label={label} place={place}>
      {(control) => (
        <span className="draft-words">
          <span aria-hidden>中</span>
          <Control
            {...control}
            aria-label={t('platforms.inChinese', { label })}
            data-testid={`platform-${path.join('.')}.zh`}
            value={zh}
            readOnly={place.isReadOnly}
            onChange={({ target }: { readonly target: { readonly value: string } }) =>
              typed({ zh: target.value, en: en === zh ? target.value : en })
            }
          />
          <span aria-hidden>EN</span>
          <Control
            aria-label={t('platforms.inEnglish', { label })}
            data-testid={`platform-${path.join('.')}.en`}
            value={en}
            readOnly={place.isReadOnly}
            onChange={({ target }: { readonly target: { readonly value: string } }) => typed({ zh, en: target.value })}
          />
        </span>
      )}
    </DraftField>
  );
}

export function wordsOf(value: Data | undefined): { readonly zh: string; readonly en: string } {
  if (typeof value === 'string') return { zh: value, en: value };
  const { zh = '', en = '' } = isRecord(value) ? value : {};
  return { zh: lineOf(zh), en: lineOf(en) };
}
