import { useMemo, useState } from 'react';
import { Button, Input, Upload } from 'antd';
import { FileUp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Data } from '../../../shared/data/data.ts';
import { isRecord, lineOf } from '../../../shared/data/data.ts';
import { codesFromTable } from '../../../shared/own-platform/codes-from-table.ts';
import { useBilingual } from '../../i18n/use-bilingual.ts';
import { Toggle } from '../../ui/toggle.tsx';
import { Field } from '../../ui/field.tsx';
import { itemsAt } from './fields/named-items.tsx';
import { platformsScreen, usePlatformsScreen } from './platforms-store.ts';
import { mostRows, type Rows, rowsOfFile, rowsOfText, type TableRows } from './table-rows.ts';
import { wordsOf } from './fields/draft-words.tsx';

/** Result codes from a table: pasted from a document or a sheet, or read from a CSV or XLSX file. */
export function ImportCodesForm({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const say = useBilingual();
  const draft = usePlatformsScreen((state) => state.drafts[id]);
  const [rows, setRows] = useState<Rows>([]);
  const [text, setText] = useState('');
  const [source, setSource] = useState('');
  const [failure, setFailure] = useState('');
  const [way, setWay] = useState<'add' | 'replace'>('add');
  const { codes, skipped } = useMemo(() => codesFromTable(rows), [rows]);

  function typed(next: string): void {
    setText(next);
    setSource('');
    show(rowsOfText(next), t('platforms.tablePaste'));
  }

  /** What is refused leaves nothing of another table to be taken. */
  function show(read: TableRows, name: string): void {
    const isRead = 'rows' in read;
    setRows(isRead ? read.rows : []);
    setFailure(isRead ? '' : t(`platforms.tableRefused.${read.refused}`, { name, most: mostRows }));
  }

  async function chosen(file: File): Promise<void> {
    const read = await rowsOfFile(file);
    setSource(file.name);
    setText('');
    show(read, file.name);
  }

  function take(): void {
    const before = itemsAt(draft?.whole ?? {}, ['statuses', 'codes']);
    const taken = new Set(codes.map(({ code }) => code));
    const isNew = (row: Data) => !isRecord(row) || !taken.has(row['code']);
    platformsScreen.change(id, ['statuses', 'codes'], way === 'replace' ? codes : [...before.filter(isNew), ...codes]);
    platformsScreen.close();
  }

  return (
    <div className="key-form">
      <Field
        label={t('platforms.tablePaste')}
        hint={t('platforms.tableHint')}
        error={failure === '' ? undefined : failure}
      >
        {(control) => (
          <Input.TextArea
            {...control}
            className="code-input"
            data-testid="codes-text"
            rows={6}
            value={text}
            onChange={({ target }) => typed(target.value)}
          />
        )}
      </Field>
      <Upload
        accept=".csv,.tsv,.txt,.xlsx"
        maxCount={1}
        showUploadList={false}
        beforeUpload={(file) => {
          void chosen(file);
          return false;
        }}
      >
        <Button icon={<FileUp size={13} aria-hidden />}>{t('platforms.tableFile')}</Button>
      </Upload>
      <p role="status" data-testid="codes-found">
        {source !== '' && `${source}: `}
        {t('platforms.codesFound', { count: codes.length })}
        {skipped.length > 0 && ` ${t('platforms.codesSkipped', { rows: listedRows(skipped) })}`}
      </p>
      <ul className="codes-found">
        {codes.slice(0, 8).map((code) => (
          <li key={lineOf(code['code'])}>
            <code>{lineOf(code['code'])}</code> {say(wordsOf(code['meaning']))}
          </li>
        ))}
      </ul>
      <Toggle
        label={t('platforms.takeWay')}
        value={way}
        options={[
          { value: 'add', label: t('platforms.takeAdd') },
          { value: 'replace', label: t('platforms.takeReplace') },
        ]}
        onChange={setWay}
      />
      <div className="form-actions">
        <Button onClick={platformsScreen.close}>{t('platforms.cancel')}</Button>
        <Button type="primary" disabled={codes.length === 0} data-testid="codes-take" onClick={take}>
          {t('platforms.take')}
        </Button>
      </div>
    </div>
  );
}

const mostListed = 20;

function listedRows(rows: readonly number[]): string {
  return rows.slice(0, mostListed).join(', ') + (rows.length > mostListed ? '…' : '');
}
