import { useRef } from 'react';
import { Download, GitCompare, Trash2, Upload, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { HistoryFacets } from '../../../shared/model/history.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { historyScreen, useHistoryScreen } from './history-store.ts';
import { RetentionButton } from './retention-form.tsx';

interface HistoryToolsProps {
  readonly facets: HistoryFacets | undefined;
  readonly onImport: (files: Iterable<File>) => void;
  readonly onRemove: (ids: readonly string[]) => void;
}

/** One line: what can be done with the selected calls, else with the history as a whole. */
export function HistoryTools({ facets, onImport, onRemove }: HistoryToolsProps) {
  const { t } = useTranslation();
  const selected = useHistoryScreen((state) => state.selected);
  const chooser = useRef<HTMLInputElement>(null);
  const ids = [...selected];
  const [left, right] = ids;

  if (left !== undefined) {
    return (
      <div className="history-tools" role="toolbar" aria-label={t('history.withSelected')}>
        <span role="status">{t('history.selected', { count: ids.length })}</span>
        {ids.length === 2 && right !== undefined && (
          <button
            type="button"
            className="history-tool"
            data-testid="compare-selected"
            onClick={() => historyScreen.ask({ kind: 'compare', left, right })}
          >
            <GitCompare size={13} aria-hidden />
            {t('history.compareShort')}
          </button>
        )}
        <button
          type="button"
          className="history-tool"
          data-testid="export-selected"
          onClick={() => historyScreen.ask({ kind: 'export', ids })}
        >
          <Download size={13} aria-hidden />
          {t('history.exportShort')}
        </button>
        <button type="button" className="history-tool" data-testid="remove-selected" onClick={() => onRemove(ids)}>
          <Trash2 size={13} aria-hidden />
          {t('history.remove')}
        </button>
        <IconButton label={t('history.unselect')} onClick={() => historyScreen.select([])}>
          <X size={13} aria-hidden />
        </IconButton>
      </div>
    );
  }
  return (
    <div className="history-tools" role="toolbar" aria-label={t('history.whole')}>
      <span>{facets && t('history.total', { count: facets.total })}</span>
      <input
        ref={chooser}
        type="file"
        hidden
        multiple
        accept=".jsonl"
        data-testid="import-file"
        onChange={({ target }) => {
          onImport([...(target.files ?? [])]);
          target.value = '';
        }}
      />
      <button type="button" className="history-tool" data-testid="import" onClick={() => chooser.current?.click()}>
        <Upload size={13} aria-hidden />
        {t('history.import')}
      </button>
      <RetentionButton facets={facets} />
    </div>
  );
}
