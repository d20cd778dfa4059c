import { useTranslation } from 'react-i18next';
import type { DataRecord } from '../../../../shared/data/data.ts';
import { DraftChoice } from '../fields/draft-choice.tsx';
import { DraftData } from '../fields/draft-data.tsx';
import { DraftText } from '../fields/draft-text.tsx';
import { DraftWords } from '../fields/draft-words.tsx';
import { NamedItems } from '../fields/named-items.tsx';

const newSlot: DataRecord = {
  name: 'key',
  title: { zh: '密钥', en: 'key' },
  algorithm: 'sm4',
  holder: 'both',
  neededWhen: {},
};
const algorithms = ['sm4', 'aes', 'text', 'sm2Private', 'sm2Public'] as const;
const holders = ['caller', 'provider', 'both'] as const;

/** What keys the platform needs, and who holds them; never a key. */
export function KeySlotsSection() {
  const { t } = useTranslation();
  return (
    <NamedItems path={['keySlots']} label={t('platforms.section.keySlots')} nameAt="name" newItem={newSlot}>
      {(path) => (
        <div key={path.join('.')} className="draft-fields">
          <DraftText path={[...path, 'name']} label={t('platforms.slotName')} />
          <DraftWords path={[...path, 'title']} label={t('platforms.title')} />
          <div className="draft-row">
            <DraftChoice
              path={[...path, 'algorithm']}
              label={t('platforms.algorithm')}
              options={algorithms.map((value) => ({ value, label: t(`platforms.algorithms.${value}`) }))}
            />
            <DraftChoice
              path={[...path, 'holder']}
              label={t('platforms.holder')}
              options={holders.map((value) => ({ value, label: t(`platforms.holders.${value}`) }))}
            />
            <DraftText path={[...path, 'pairedWith']} label={t('platforms.pairedWith')} isOptional />
          </div>
          <DraftData
            path={[...path, 'neededWhen']}
            label={t('platforms.neededWhen')}
            hint={t('platforms.whenHint')}
            rows={2}
          />
          <DraftText path={[...path, 'clause']} label={t('platforms.clause')} isWords />
        </div>
      )}
    </NamedItems>
  );
}
