import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { extractSchema } from '../../../../shared/model/call.ts';
import { compose } from '../compose-store.ts';
import { asRecord, asRows, type VariableRow } from './variable-row.ts';
import { VariableRows } from './variable-rows.tsx';

/** What the call takes out of its answer for the calls after it: a name and a pointer into the body. */
export function ExtractRows({ extract }: { readonly extract: Readonly<Record<string, string>> }) {
  const { t } = useTranslation();
  // What is still empty or wrong is on the screen only.
  const [rows, setRows] = useState<readonly VariableRow[]>(() => asRows(extract));

  function change(next: readonly VariableRow[]): void {
    setRows(next);
    const whole = asRecord(next.filter(({ value }) => value !== ''));
    const checked = extractSchema.safeParse(whole);
    if (checked.success) compose.change((old) => ({ ...old, extract: checked.data }));
  }

  return (
    <div data-testid="extract">
      <p>{t('variables.extractHint')}</p>
      <VariableRows
        rows={rows}
        onChange={change}
        testId="extract"
        valueLabel={t('variables.pointer')}
        valueExample="/data/license_code"
        isWrong={({ value }) => value !== '' && !extractSchema.valueType.safeParse(value).success}
        wrong={t('variables.badPointer')}
        add={t('variables.addExtract')}
      />
    </div>
  );
}
