import { useTranslation } from 'react-i18next';
import type { Workspace } from '../../../../shared/model/workspace.ts';
import { useHandedOn } from '../../../app/queries.ts';
import { useBilingual } from '../../../i18n/use-bilingual.ts';
import { activeCallOf, activeOriginOf, compose, useCompose } from '../compose-store.ts';
import { ExtractRows } from './extract-rows.tsx';
import { asRecord, asRows, type VariableRow } from './variable-row.ts';
import { VariableRows } from './variable-rows.tsx';
import { variablesInReach } from './variables-in-reach.ts';
import { useState } from 'react';

/** The call's own variables, and those that it can use besides. */
export function VariablesSection({ workspace }: { readonly workspace: Workspace }) {
  const { t } = useTranslation();
  const say = useBilingual();
  const call = useCompose(activeCallOf);
  const folder = useCompose((state) => activeOriginOf(state)?.folder ?? '');
  // A name that is still empty or wrong is on the screen only.
  const [rows, setRows] = useState<readonly VariableRow[]>(() => asRows(call?.variables ?? {}));
  const { data: handedOn } = useHandedOn(call?.environment ?? '');
  if (!call) return null;
  const shown = sameVariables(asRecord(rows), call.variables) ? rows : asRows(call.variables);
  const others = variablesInReach({ call, folder, handedOn }, workspace).filter(({ from }) => from !== 'request');

  function change(next: readonly VariableRow[]): void {
    setRows(next);
    compose.change((old) => ({ ...old, variables: asRecord(next) }));
  }

  return (
    <details className="variables-section" data-testid="variables">
      <summary>{t('variables.summary', { count: shown.length + others.length })}</summary>
      <VariableRows rows={shown} onChange={change} />
      {others.length > 0 && (
        <dl className="variables-in-reach">
          {others.map(({ name, value, from, title }) => (
            <div key={name}>
              <dt>
                <code>{`{{${name}}}`}</code>
              </dt>
              <dd>
                <code>{value}</code>{' '}
                <small>{title ? t('variables.fromNamed', { title: say(title) }) : t(`variables.from.${from}`)}</small>
              </dd>
            </div>
          ))}
        </dl>
      )}
      <ExtractRows key={call.interface} extract={call.extract} />
      <p>{t('variables.hint')}</p>
    </details>
  );
}

function sameVariables(one: Readonly<Record<string, string>>, other: Readonly<Record<string, string>>): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
