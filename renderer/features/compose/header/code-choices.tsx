import type { CodeTable, searchEntries } from '../../../../shared/codes/tables.ts';
import { useBilingual } from '../../../i18n/use-bilingual.ts';

interface CodeChoicesProps {
  readonly id: string;
  readonly table: CodeTable;
  readonly typed: string;
  readonly search: typeof searchEntries;
}

/** More than one reads through; typing on narrows them down. */
const mostChoices = 50;

/** The browser's own list below a field: codes whose number or name holds what was typed. */
export function CodeChoices({ id, table, typed, search }: CodeChoicesProps) {
  const say = useBilingual();
  // A whole code is no search: nothing is left to choose, and all of its neighbours would be in the way.
  const found = table.find(typed) ? [] : search(table, typed).slice(0, mostChoices);
  return (
    <datalist id={id} data-testid="code-choices">
      {found.map(({ code, title }) => (
        <option key={code} value={code}>{`${code} ${say(title)}`}</option>
      ))}
    </datalist>
  );
}
