import { useTranslation } from 'react-i18next';
import { Button } from 'antd';
import { failureFrom } from '../../app/host-failure.ts';
import { showScreen } from '../../app/screen-store.ts';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { SplitPane } from '../../ui/split-pane.tsx';
import { HistoryFilters, useHistoryFacets } from './history-filters.tsx';
import { HistoryList } from './history-list.tsx';
import { HistorySearch } from './history-search.tsx';
import { historyScreen, useHistoryScreen } from './history-store.ts';
import { HistoryTools } from './history-tools.tsx';
import { ShownCall } from './shown-call.tsx';
import { useHistoryActions } from './use-history-actions.ts';
import { useHistoryImport } from './use-history-import.ts';
import { useHistoryList } from './use-history-list.ts';
import './history-screen.css';

/** Every call that was sent: found again on the left, whole on the right. */
export function HistoryScreen() {
  const { t } = useTranslation();
  const { problems, take, dismiss } = useHistoryImport();
  const onImport = (files: Iterable<File>) => void take(files);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- besides the button, files may be dropped anywhere
    <main
      className="history-screen"
      aria-label={t('rail.history')}
      data-testid="history-screen"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        onImport([...event.dataTransfer.files]);
      }}
    >
      {problems.map((problem) => (
        <FailureNotice
          key={`${problem.code} ${problem.text.en}`}
          title={t('history.notImported')}
          failure={problem}
          onDismiss={dismiss}
        />
      ))}
      <SplitPane
        name="history"
        direction="row"
        sized="first"
        initial="clamp(280px, 30%, 420px)"
        minimum={{ sized: 240, rest: 420 }}
        first={<FoundCalls onImport={onImport} />}
        second={<ShownCall />}
      />
    </main>
  );
}

function FoundCalls({ onImport }: { readonly onImport: (files: Iterable<File>) => void }) {
  const { t } = useTranslation();
  const filter = useHistoryScreen((state) => state.filter);
  const { entries, error, hasMore, loadMore } = useHistoryList(filter);
  const facets = useHistoryFacets();
  const { remove } = useHistoryActions();
  const onRemove = (ids: readonly string[]) => void remove(ids);
  const isFiltered = Object.keys(filter).length > 0;
  return (
    <section className="history-found" aria-label={t('history.list')}>
      <HistorySearch />
      <HistoryFilters />
      <HistoryTools facets={facets} onImport={onImport} onRemove={onRemove} />
      {error && <FailureNotice title={t('history.notRead')} failure={failureFrom(error)} />}
      {entries && entries.length > 0 && (
        <HistoryList entries={entries} hasMore={hasMore} loadMore={loadMore} onRemove={onRemove} />
      )}
      {entries?.length === 0 && (
        <div className="history-nothing" role="status">
          <p>{t(isFiltered ? 'history.noneFound' : 'history.none')}</p>
          {isFiltered ? (
            <Button size="small" data-testid="clear-filters" onClick={historyScreen.clearFilter}>
              {t('history.clearFilters')}
            </Button>
          ) : (
            <Button size="small" onClick={() => showScreen('compose')}>
              {t('history.goCompose')}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}
