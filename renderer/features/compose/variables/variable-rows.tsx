import { Button, Input } from 'antd';
import { Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../../ui/icon-button.tsx';
import { isVariableName, type VariableRow } from './variable-row.ts';

interface VariableRowsProps {
  readonly rows: readonly VariableRow[];
  readonly onChange: (rows: readonly VariableRow[]) => void;
  /** Where the values are something else than plain texts. */
  readonly testId?: string;
  readonly valueLabel?: string;
  readonly valueExample?: string;
  readonly isWrong?: (row: VariableRow) => boolean;
  readonly wrong?: string;
  readonly add?: string;
}

/** Names and values, one pair a line. */
export function VariableRows({
  rows,
  onChange,
  testId = 'variable',
  isWrong,
  wrong,
  add,
  ...words
}: VariableRowsProps) {
  const { t } = useTranslation();
  const { valueLabel = t('variables.value'), valueExample = valueLabel } = words;
  const change = (index: number, part: Partial<VariableRow>) =>
    onChange(rows.map((row, place) => (place === index ? { ...row, ...part } : row)));
  return (
    <div className="extra-members">
      {rows.map(({ name, value }, index) => (
        <div className="extra-member variable-row" key={index}>
          <Input
            className="code-input"
            aria-label={t('variables.name')}
            placeholder={t('variables.name')}
            data-testid={`${testId}-name-${index}`}
            value={name}
            spellCheck={false}
            {...(name !== '' && !isVariableName(name) && { status: 'error' as const, title: t('variables.badName') })}
            onChange={({ target }) => change(index, { name: target.value })}
          />
          <Input
            className="code-input"
            aria-label={valueLabel}
            placeholder={valueExample}
            data-testid={`${testId}-value-${index}`}
            {...(isWrong?.({ name, value }) && { status: 'error' as const, title: wrong ?? '' })}
            value={value}
            spellCheck={false}
            onChange={({ target }) => change(index, { value: target.value })}
          />
          <IconButton
            label={t('variables.remove', { name: name === '' ? String(index + 1) : name })}
            onClick={() => onChange(rows.filter((_, place) => place !== index))}
          >
            <Trash2 size={13} aria-hidden />
          </IconButton>
        </div>
      ))}
      <Button
        size="small"
        type="text"
        icon={<Plus size={12} aria-hidden />}
        data-testid={`${testId}-add`}
        onClick={() => onChange([...rows, { name: '', value: '' }])}
      >
        {add ?? t('variables.add')}
      </Button>
    </div>
  );
}
