import { ArrowUp, Plus, Trash2 } from 'lucide-react';
import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { DataPath } from '../../../../shared/data/data-path.ts';
import { isRecord, lineOf, type Data, type DataRecord } from '../../../../shared/data/data.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { useDraftPlace } from '../draft-context.ts';
import { DraftChoice, flagValue } from '../fields/draft-choice.tsx';
import { DraftData } from '../fields/draft-data.tsx';
import { DraftField } from '../fields/draft-field.tsx';
import { DraftSource } from '../fields/draft-source.tsx';
import { DraftText } from '../fields/draft-text.tsx';
import { DraftWords, wordsOf } from '../fields/draft-words.tsx';
import { NamedItems } from '../fields/named-items.tsx';

const newConvention: DataRecord = {
  name: 'convention',
  title: { zh: '约定', en: 'convention' },
  group: 'signature',
  values: [{ value: 'yes', title: { zh: '是', en: 'yes' } }],
};
const groups = ['header', 'signature', 'encryption', 'body', 'response'] as const;

/** What the standard leaves open: the values there are, the first of them the default. */
export function ConventionsSection() {
  const { t } = useTranslation();
  return (
    <NamedItems path={['conventions']} label={t('platforms.section.conventions')} nameAt="name" newItem={newConvention}>
      {(path) => (
        <div key={path.join('.')} className="draft-fields">
          <DraftText path={[...path, 'name']} label={t('platforms.conventionName')} />
          <DraftWords path={[...path, 'title']} label={t('platforms.title')} />
          <ValueRows path={[...path, 'values']} />
          <div className="draft-row">
            <DraftChoice
              path={[...path, 'group']}
              label={t('platforms.group')}
              options={groups.map((value) => ({ value, label: t(`conventions.group.${value}`) }))}
            />
            <DraftChoice
              path={[...path, 'open']}
              label={t('platforms.open')}
              options={[
                { value: '', label: t('platforms.no') },
                { value: 'true', label: t('platforms.yes') },
              ]}
              toValue={flagValue}
            />
          </div>
          <DraftData
            path={[...path, 'when']}
            label={t('platforms.when')}
            hint={t('platforms.whenHint')}
            isOptional
            rows={2}
          />
          <DraftSource path={path} />
        </div>
      )}
    </NamedItems>
  );
}

function ValueRows({ path }: { readonly path: DataPath }) {
  const { t } = useTranslation();
  const place = useDraftPlace(path);
  const items: readonly Data[] = Array.isArray(place.value) ? place.value : [];
  const change = (index: number, part: DataRecord) =>
    place.set(items.map((item, at) => (at === index && isRecord(item) ? { ...item, ...part } : item)));

  return (
    <DraftField label={t('platforms.values')} place={place} hint={t('platforms.valuesHint')}>
      {() => (
        <ul className="value-rows">
          {items.map((item, index) => {
            const { value = '', title } = isRecord(item) ? item : {};
            const words = wordsOf(title);
            return (
              // oxlint-disable-next-line react/no-array-index-key -- values may repeat while they are typed
              <li key={index}>
                <Input
                  className="code-input"
                  aria-label={t('platforms.value')}
                  value={lineOf(value)}
                  readOnly={place.isReadOnly}
                  onChange={({ target }) => change(index, { value: target.value })}
                />
                <Input
                  aria-label={t('platforms.inChinese', { label: t('platforms.title') })}
                  value={words.zh}
                  readOnly={place.isReadOnly}
                  onChange={({ target }) => change(index, { title: { ...words, zh: target.value } })}
                />
                <Input
                  aria-label={t('platforms.inEnglish', { label: t('platforms.title') })}
                  value={words.en}
                  readOnly={place.isReadOnly}
                  onChange={({ target }) => change(index, { title: { ...words, en: target.value } })}
                />
                {index === 0 ? (
                  <Tag tone="plain">{t('platforms.default')}</Tag>
                ) : (
                  <IconButton
                    label={t('platforms.makeDefault', { value: lineOf(value) })}
                    disabled={place.isReadOnly}
                    onClick={() => place.set([item, ...items.filter((_, at) => at !== index)])}
                  >
                    <ArrowUp size={13} aria-hidden />
                  </IconButton>
                )}
                <IconButton
                  label={t('platforms.takeAway')}
                  disabled={place.isReadOnly || items.length === 1}
                  onClick={() => place.set(items.filter((_, at) => at !== index))}
                >
                  <Trash2 size={13} aria-hidden />
                </IconButton>
              </li>
            );
          })}
          {!place.isReadOnly && (
            <li>
              <IconButton
                label={t('platforms.add')}
                onClick={() => place.set([...items, { value: '', title: { zh: '', en: '' } }])}
              >
                <Plus size={13} aria-hidden />
              </IconButton>
            </li>
          )}
        </ul>
      )}
    </DraftField>
  );
}
