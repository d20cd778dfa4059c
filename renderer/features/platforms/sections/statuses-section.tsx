import { useState } from 'react';
import { Button, Input } from 'antd';
import { ClipboardPaste, Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { isRecord, lineOf, type Data, type DataRecord } from '../../../../shared/data/data.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { useDraft, useDraftPlace } from '../draft-context.ts';
import { DraftData } from '../fields/draft-data.tsx';
import { DraftText } from '../fields/draft-text.tsx';
import { wordsOf } from '../fields/draft-words.tsx';
import { platformsScreen } from '../platforms-store.ts';
import './statuses-section.css';

const path = ['statuses', 'codes'] as const;
/** So many at once: each is five fields, and few tables are longer. */
const page = 100;

/** The table of result codes, with what each means and what to do. */
export function StatusesSection() {
  const { t } = useTranslation();
  const { id } = useDraft();
  const place = useDraftPlace(path);
  const { isReadOnly } = place;
  const [shown, setShown] = useState(page);
  const rows: readonly Data[] = Array.isArray(place.value) ? place.value : [];
  const change = (index: number, part: DataRecord) =>
    place.set(rows.map((row, at) => (at === index && isRecord(row) ? { ...row, ...part } : row)));

  function add(): void {
    place.set([...rows, { code: '', meaning: '' }]);
    // A new one is there to be seen.
    setShown(Math.max(shown, rows.length + 1));
  }

  return (
    <div className="draft-fields statuses-section">
      <div className="draft-row">
        <DraftText path={['statuses', 'field']} label={t('platforms.statusField')} />
        <DraftText path={['statuses', 'success']} label={t('platforms.success')} />
        <DraftText path={['statuses', 'clause']} label={t('platforms.clause')} isWords />
      </div>
      <DraftData
        path={['statuses', 'words']}
        label={t('platforms.statusWords')}
        hint={t('platforms.statusWordsHint')}
        isOptional
        rows={1}
      />
      {!isReadOnly && (
        <div className="draft-row statuses-tools">
          <Button icon={<Plus size={13} aria-hidden />} onClick={() => add()}>
            {t('platforms.addCode')}
          </Button>
          <Button
            icon={<ClipboardPaste size={13} aria-hidden />}
            data-testid="platform-import-codes"
            onClick={() => platformsScreen.ask({ kind: 'codes', id })}
          >
            {t('platforms.importCodes')}
          </Button>
        </div>
      )}
      <table className="statuses-table" aria-label={t('platforms.section.statuses')}>
        <thead>
          <tr>
            <th scope="col">{t('platforms.code')}</th>
            <th scope="col">{t('platforms.meaning')}</th>
            <th scope="col">{t('platforms.adviceOfCode')}</th>
            <th scope="col" aria-label={t('platforms.takeAway')} />
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, shown).map((row, index) => {
            const { code = '', meaning, advice } = isRecord(row) ? row : {};
            return (
              // oxlint-disable-next-line react/no-array-index-key -- codes may repeat while they are typed
              <tr key={index}>
                <td>
                  <Input
                    className="code-input"
                    aria-label={t('platforms.code')}
                    value={lineOf(code)}
                    readOnly={isReadOnly}
                    onChange={({ target }) => change(index, { code: target.value })}
                  />
                </td>
                {(['meaning', 'advice'] as const).map((member) => (
                  <td key={member}>
                    <WordsCell
                      label={t(member === 'meaning' ? 'platforms.meaning' : 'platforms.adviceOfCode')}
                      value={member === 'meaning' ? meaning : advice}
                      isReadOnly={isReadOnly}
                      onChange={(words) => change(index, { [member]: words })}
                    />
                  </td>
                ))}
                <td>
                  <IconButton
                    label={t('platforms.removeCode', { code: lineOf(code) })}
                    disabled={isReadOnly}
                    onClick={() => place.set(rows.filter((_, at) => at !== index))}
                  >
                    <Trash2 size={13} aria-hidden />
                  </IconButton>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {rows.length > shown && (
        <Button data-testid="platform-more-codes" onClick={() => setShown(shown + page)}>
          {t('platforms.moreCodes', { shown, count: rows.length })}
        </Button>
      )}
    </div>
  );
}

interface WordsCellProps {
  readonly label: string;
  readonly value: Data | undefined;
  readonly isReadOnly: boolean;
  readonly onChange: (words: DataRecord) => void;
}

function WordsCell({ label, value, isReadOnly, onChange }: WordsCellProps) {
  const { t } = useTranslation();
  const words = wordsOf(value);
  return (
    <>
      <textarea
        aria-label={t('platforms.inChinese', { label })}
        rows={1}
        value={words.zh}
        readOnly={isReadOnly}
        onChange={({ target }) => onChange({ zh: target.value, en: words.en === words.zh ? target.value : words.en })}
      />
      <textarea
        aria-label={t('platforms.inEnglish', { label })}
        rows={1}
        value={words.en}
        readOnly={isReadOnly}
        onChange={({ target }) => onChange({ ...words, en: target.value })}
      />
    </>
  );
}
