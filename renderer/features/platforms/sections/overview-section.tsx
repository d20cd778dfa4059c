import { useTranslation } from 'react-i18next';
import { DraftChoice } from '../fields/draft-choice.tsx';
import { DraftData } from '../fields/draft-data.tsx';
import { DraftSource } from '../fields/draft-source.tsx';
import { DraftText } from '../fields/draft-text.tsx';
import { DraftWords } from '../fields/draft-words.tsx';

/** Name, standard, how messages travel; and what has no form of its own. */
export function OverviewSection() {
  const { t } = useTranslation();
  return (
    <div className="draft-fields">
      <DraftWords path={['title']} label={t('platforms.title')} />
      <DraftText path={['standard']} label={t('platforms.standard')} isWords />
      <h3>{t('platforms.transport')}</h3>
      <div className="draft-row">
        <DraftChoice path={['transport', 'method']} label={t('platforms.method')} options={methods} />
        <DraftText path={['transport', 'contentType']} label="Content-Type" />
        <DraftText path={['transport', 'timeoutMilliseconds']} label={t('platforms.timeout')} isNumber />
      </div>
      <DraftSource path={['transport']} hasNote={false} />
      <h3>{t('platforms.others')}</h3>
      <DraftData
        path={['sampleValues']}
        label={t('platforms.sampleValues')}
        hint={t('platforms.sampleValuesHint')}
        isOptional
      />
      <DraftData path={['headerRelations']} label={t('platforms.headerRelations')} />
      <DraftData path={['indicators']} label={t('platforms.indicators')} />
      <DraftData path={['advice']} label={t('platforms.advice')} />
    </div>
  );
}

export const methods = [
  { value: 'POST', label: 'POST' },
  { value: 'GET', label: 'GET' },
];
