import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { DataPath } from '../../../../shared/data/data-path.ts';
import { isRecord, lineOf, type Data, type DataRecord } from '../../../../shared/data/data.ts';
import { useHost } from '../../../app/host-context.ts';
import { Toggle } from '../../../ui/toggle.tsx';
import { useDraft, useDraftPlace } from '../draft-context.ts';
import { DraftChoice } from '../fields/draft-choice.tsx';
import { DraftData } from '../fields/draft-data.tsx';
import { DraftText } from '../fields/draft-text.tsx';
import { DraftWords } from '../fields/draft-words.tsx';
import { NamedItems, namesIn } from '../fields/named-items.tsx';
import { byConvention, conventionOr } from './header-section.tsx';

type Schema = Readonly<Record<string, unknown>>;

const newStep: DataRecord = { kind: 'json.read', title: { zh: '步骤', en: 'step' }, options: {} };

/** From what is composed to the wire and back: the steps of both messages in both directions. */
export function StepsSection() {
  const { t } = useTranslation();
  const [message, setMessage] = useState<'request' | 'response'>('request');
  const [direction, setDirection] = useState<'outward' | 'inward'>('outward');
  const path = ['steps', message, direction];
  return (
    <div className="steps-section">
      <div className="steps-section-which">
        <Toggle
          label={t('platforms.message')}
          value={message}
          options={[
            { value: 'request', label: t('platforms.request') },
            { value: 'response', label: t('platforms.response') },
          ]}
          onChange={setMessage}
        />
        <Toggle
          label={t('platforms.direction')}
          value={direction}
          options={[
            { value: 'outward', label: t('platforms.outward') },
            { value: 'inward', label: t('platforms.inward') },
          ]}
          onChange={setDirection}
        />
      </div>
      <NamedItems
        key={path.join('.')}
        path={path}
        label={t('platforms.section.steps')}
        nameAt="kind"
        newItem={newStep}
        mayRepeat
      >
        {(place) => <StepForm key={place.join('.')} path={place} />}
      </NamedItems>
    </div>
  );
}

function StepForm({ path }: { readonly path: DataPath }) {
  const { t } = useTranslation();
  const host = useHost();
  const { value } = useDraftPlace([...path, 'kind']);
  const { data: kinds = [] } = useQuery({
    queryKey: ['stepKinds'],
    queryFn: ({ signal }) => host.ownPlatforms.stepKinds.query(undefined, { signal }),
  });
  const kind = kinds.find((one) => one.kind === value);
  return (
    <div className="draft-fields">
      <div className="draft-row">
        <DraftChoice
          path={[...path, 'kind']}
          label={t('platforms.stepKind')}
          options={kinds.map((one) => ({ value: one.kind, label: one.kind }))}
        />
        <DraftText path={[...path, 'clause']} label={t('platforms.clause')} isOptional isWords />
      </div>
      <DraftWords path={[...path, 'title']} label={t('platforms.title')} />
      <h3>{t('platforms.options')}</h3>
      <StepOptions path={[...path, 'options']} schema={kind?.options ?? {}} />
      <DraftData
        path={[...path, 'when']}
        label={t('platforms.when')}
        hint={t('platforms.whenHint')}
        isOptional
        rows={2}
      />
    </div>
  );
}

/** A field for each option that the step takes; one that the profile has beside them is shown too. */
function StepOptions({ path, schema }: { readonly path: DataPath; readonly schema: Schema }) {
  const { value } = useDraftPlace(path);
  const properties = isRecord(schema['properties']) ? schema['properties'] : {};
  const required = Array.isArray(schema['required']) ? schema['required'] : [];
  const names = [...new Set([...Object.keys(properties), ...Object.keys(isRecord(value) ? value : {})])];
  return (
    <div className="draft-row">
      {names.map((name) => (
        <OptionField
          key={name}
          path={[...path, name]}
          name={required.includes(name) ? name : `${name}?`}
          schema={isRecord(properties[name]) ? properties[name] : {}}
          isOptional={!required.includes(name)}
        />
      ))}
    </div>
  );
}

interface OptionFieldProps {
  readonly path: DataPath;
  readonly name: string;
  readonly schema: Schema;
  readonly isOptional: boolean;
}

function OptionField({ path, name, schema, isOptional }: OptionFieldProps) {
  const { t } = useTranslation();
  const { whole } = useDraft();
  const place = useDraftPlace(path);
  const conventions = namesIn(whole, { list: 'conventions', nameAt: 'name' });
  const values = Array.isArray(schema['enum'])
    ? schema['enum'].map(String)
    : schema['type'] === 'boolean'
      ? ['true', 'false']
      : undefined;
  const isByConvention = isRecord(place.value);
  if (schema['type'] === 'array') return <DraftData path={path} label={name} rows={1} isOptional={isOptional} />;
  if (values === undefined && !isByConvention) {
    const isNumber = schema['type'] === 'number' || schema['type'] === 'integer';
    return <DraftText path={path} label={name} isNumber={isNumber} isOptional={isOptional} />;
  }
  return (
    <DraftChoice
      path={path}
      label={name}
      options={[
        ...(isOptional ? [{ value: '', label: t('platforms.leftOut') }] : []),
        ...(values ?? []).map((value) => ({ value, label: value })),
        ...conventions.map((one) => ({
          value: `${byConvention}${one}`,
          label: t('platforms.byConvention', { name: one }),
        })),
      ]}
      toText={(value) => (isRecord(value) ? `${byConvention}${lineOf(value['convention'])}` : lineOf(value))}
      toValue={(chosen): Data | undefined =>
        chosen === ''
          ? undefined
          : schema['type'] === 'boolean' && values?.includes(chosen)
            ? chosen === 'true'
            : conventionOr(chosen)
      }
    />
  );
}
