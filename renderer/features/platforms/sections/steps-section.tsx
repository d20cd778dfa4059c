import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { DataPath } from '../../../../shared/data/data-path.ts';
import type { DataRecord } from '../../../../shared/data/data.ts';
import { stepWords } from '../../../../shared/pipeline/step-words.ts';
import { useHost } from '../../../app/host-context.ts';
import { useBilingual } from '../../../i18n/use-bilingual.ts';
import { Toggle } from '../../../ui/toggle.tsx';
import { useDraftPlace } from '../draft-context.ts';
import { DraftChoice } from '../fields/draft-choice.tsx';
import { DraftData } from '../fields/draft-data.tsx';
import { DraftText } from '../fields/draft-text.tsx';
import { DraftWords } from '../fields/draft-words.tsx';
import { NamedItems } from '../fields/named-items.tsx';
import { StepOptions } from './step-options.tsx';

const unsaid = { zh: '', en: '' };

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
  const say = useBilingual();
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
          options={kinds.map((one) => ({
            value: one.kind,
            label: `${one.kind} · ${say(stepWords[one.kind] ?? unsaid)}`,
          }))}
        />
        <DraftText path={[...path, 'clause']} label={t('platforms.clause')} isOptional isWords />
      </div>
      <DraftWords path={[...path, 'title']} label={t('platforms.title')} />
      <h3>{t('platforms.options')}</h3>
      <StepOptions
        path={[...path, 'options']}
        kind={typeof value === 'string' ? value : ''}
        schema={kind?.options ?? {}}
      />
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
