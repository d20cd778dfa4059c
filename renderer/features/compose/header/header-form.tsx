import { useTranslation } from 'react-i18next';
import type { Finding } from '../../../../shared/finding.ts';
import type { Preview } from '../../../../shared/model/call-record.ts';
import type { Workspace } from '../../../../shared/model/workspace.ts';
import { factsOfCall, holds } from '../../../../shared/profile/condition.ts';
import { Panel } from '../../../ui/panel.tsx';
import { activeCallOf, useCompose } from '../compose-store.ts';
import { VariablesSection } from '../variables/variables-section.tsx';
import { ConventionList } from '../conventions/convention-list.tsx';
import type { CallFacts } from '../use-call-facts.ts';
import { ExtraMembers } from './extra-members.tsx';
import { HeaderFieldRow } from './header-field-row.tsx';
import { useCodes } from './use-codes.ts';
import './header-form.css';

interface HeaderFormProps {
  readonly facts: CallFacts;
  readonly preview: Preview | undefined;
  readonly workspace: Workspace;
}

const none: readonly Finding[] = [];

/** The header as the platform's profile has it, and below it what the two sides must agree on. */
export function HeaderForm({ facts, preview, workspace }: HeaderFormProps) {
  const { t } = useTranslation();
  const locked = useCompose((state) => activeCallOf(state)?.header) ?? {};
  const extra = useCompose((state) => activeCallOf(state)?.extraHeader) ?? [];
  const codes = useCodes();
  const { profile, conventions, chosen } = facts;
  const conditions = factsOfCall(profile, { conventions, interface: chosen?.id });
  const fields = profile.header.filter(({ presence, when }) => presence.request && holds(when, conditions));
  const filledByName = new Map(preview?.header.map((field) => [field.name, field]));
  const findingsByName = findingsByField(preview?.findings ?? none, new Set(fields.map(({ name }) => name)));
  const lockedCount = fields.filter(({ name }) => locked[name] !== undefined).length;

  return (
    <Panel
      title={t('header.title')}
      aside={[
        t('header.automatic', { automatic: fields.length - lockedCount }),
        ...(lockedCount > 0 ? [t('header.locked', { locked: lockedCount })] : []),
      ].join(' · ')}
    >
      <div className="header-form">
        {fields.map((field) => {
          const { name } = field;
          return (
            <HeaderFieldRow
              key={name}
              field={field}
              locked={locked[name]}
              filled={filledByName.get(name)}
              findings={findingsByName.get(name) ?? none}
              codes={codes}
              platform={profile.id}
              signedBy={conventions['digest'] ?? t('rule.signature')}
            />
          );
        })}
        <ExtraMembers members={extra} />
        <VariablesSection workspace={workspace} />
        <ConventionList facts={facts} />
      </div>
    </Panel>
  );
}

/** A finding that a step and the whole both have is shown once. */
function findingsByField(
  findings: readonly Finding[],
  names: ReadonlySet<string>,
): ReadonlyMap<string, readonly Finding[]> {
  const byField = new Map<string, Finding[]>();
  for (const finding of findings) {
    const { field, code, severity } = finding;
    if (field === undefined || severity === 'notice' || !names.has(field)) continue;
    const known = byField.get(field) ?? [];
    if (!known.some((other) => other.code === code)) byField.set(field, [...known, finding]);
  }
  return byField;
}
