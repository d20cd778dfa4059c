import { useState } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { valueAt, type DataPath } from '../../../../shared/data/data-path.ts';
import type { Data, DataRecord } from '../../../../shared/data/data.ts';
import { schemaOf } from '../../../../shared/own-platform/schema-of.ts';
import { useDraft } from '../draft-context.ts';
import { DraftChoice, flagValue } from '../fields/draft-choice.tsx';
import { DraftData } from '../fields/draft-data.tsx';
import { DraftSource } from '../fields/draft-source.tsx';
import { DraftText } from '../fields/draft-text.tsx';
import { DraftWords } from '../fields/draft-words.tsx';
import { NamedItems, namesIn } from '../fields/named-items.tsx';
import { methods } from './overview-section.tsx';

const newInterface: DataRecord = {
  id: 'interface',
  title: { zh: '接口', en: 'interface' },
  header: {},
  requestSchema: { type: 'object' },
  responseSchema: { type: 'object' },
  samples: [{ title: { zh: '示例', en: 'Example' }, body: '{}', answer: '{}' }],
};

/** The interfaces: address, header, schemas and samples; schemas can be made from samples. */
export function InterfacesSection() {
  const { t } = useTranslation();
  return (
    <NamedItems path={['interfaces']} label={t('platforms.section.interfaces')} nameAt="id" newItem={newInterface}>
      {(path) => <InterfaceForm key={path.join('.')} path={path} />}
    </NamedItems>
  );
}

function InterfaceForm({ path }: { readonly path: DataPath }) {
  const { t } = useTranslation();
  const { whole } = useDraft();
  const ids = namesIn(whole, { list: 'interfaces', nameAt: 'id' });
  const own = valueAt(whole, [...path, 'id']);
  const flags = [
    { value: '', label: t('platforms.usual') },
    { value: 'true', label: t('platforms.yes') },
    { value: 'false', label: t('platforms.no') },
  ];
  return (
    <div className="draft-fields">
      <div className="draft-row">
        <DraftText path={[...path, 'id']} label={t('platforms.interfaceId')} />
        <DraftChoice
          path={[...path, 'like']}
          label={t('platforms.like')}
          options={[
            { value: '', label: t('platforms.likeNone') },
            ...ids.filter((id) => id !== own).map((id) => ({ value: id, label: id })),
          ]}
        />
      </div>
      <DraftWords path={[...path, 'title']} label={t('platforms.title')} />
      <div className="draft-row">
        <DraftChoice
          path={[...path, 'endpoint', 'method']}
          label={t('platforms.method')}
          options={[{ value: '', label: t('platforms.usual') }, ...methods]}
        />
        <DraftText path={[...path, 'endpoint', 'path']} label={t('platforms.path')} isOptional />
        <DraftText path={[...path, 'endpoint', 'contentType']} label="Content-Type" isOptional />
      </div>
      <DraftData
        path={[...path, 'header']}
        label={t('platforms.interfaceHeader')}
        hint={t('platforms.interfaceHeaderHint')}
        rows={2}
      />
      <div className="draft-row">
        <DraftChoice
          path={[...path, 'needsSession']}
          label={t('platforms.needsSession')}
          options={flags}
          toValue={flagValue}
        />
        <DraftChoice
          path={[...path, 'endsSession']}
          label={t('platforms.endsSession')}
          options={flags}
          toValue={flagValue}
        />
      </div>
      <DraftData path={[...path, 'samples', 0, 'body']} label={t('platforms.sampleBody')} isText rows={6} />
      <DraftData
        path={[...path, 'samples', 0, 'answer']}
        label={t('platforms.sampleAnswer')}
        isText
        isOptional
        rows={6}
      />
      <SchemaFromSample path={path} />
      <DraftData path={[...path, 'requestSchema']} label={t('platforms.requestSchema')} rows={8} />
      <DraftData path={[...path, 'responseSchema']} label={t('platforms.responseSchema')} rows={8} />
      <DraftSource path={path} hasNote={false} />
    </div>
  );
}

function SchemaFromSample({ path }: { readonly path: DataPath }) {
  const { t } = useTranslation();
  const { whole, change, isReadOnly } = useDraft();
  const [outcome, setOutcome] = useState('');
  if (isReadOnly) return null;

  function make(): void {
    const sample = (member: string) => parsed(valueAt(whole, [...path, 'samples', 0, member]));
    const [body, answer] = [sample('body'), sample('answer')];
    if (body === undefined && answer === undefined) {
      setOutcome(t('platforms.noSampleToRead'));
      return;
    }
    if (body !== undefined) change([...path, 'requestSchema'], schemaOf(body) as Data);
    if (answer !== undefined) change([...path, 'responseSchema'], schemaOf(answer) as Data);
    setOutcome(t('platforms.schemaMade'));
  }

  return (
    <div className="draft-row">
      <Button data-testid="platform-schema-from-sample" onClick={make}>
        {t('platforms.schemaFromSample')}
      </Button>
      <span role="status">{outcome}</span>
    </div>
  );
}

function parsed(text: Data | undefined): Data | undefined {
  if (typeof text !== 'string') return undefined;
  try {
    return JSON.parse(text) as Data;
  } catch {
    return undefined;
  }
}
