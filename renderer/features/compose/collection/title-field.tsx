import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Field } from '../../../ui/field.tsx';

interface TitleFieldProps {
  readonly value: string;
  readonly onChange: (title: string) => void;
}

/** The title that a request or folder, and its file, is named by. */
export function TitleField({ value, onChange }: TitleFieldProps) {
  const { t } = useTranslation();
  return (
    <Field label={t('workspace.title')} hint={t('workspace.titleHint')}>
      {(control) => (
        <Input
          {...control}
          data-testid="tree-title"
          value={value}
          maxLength={200}
          autoComplete="off"
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}
