import { useState } from 'react';
import { Popover } from 'antd';
import { ListFilter } from 'lucide-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { callVerdicts, type CallVerdict } from '../../../shared/model/call-record.ts';
import type { HistoryFacets, HistoryFilter } from '../../../shared/model/history.ts';
import { useHost } from '../../app/host-context.ts';
import { queryKeys } from '../../app/queries.ts';
import { Choice } from '../../ui/choice.tsx';
import { historyScreen, useHistoryScreen } from './history-store.ts';
import { type Period, periods, rangeOfDays, rangeOfPeriod } from './period.ts';
import { useHistoryNames } from './use-history-names.ts';

/** What there is to filter by, and how much there is. */
export function useHistoryFacets(): HistoryFacets | undefined {
  const host = useHost();
  return useQuery({
    queryKey: queryKeys.historyFacets,
    queryFn: async ({ signal }): Promise<HistoryFacets> => host.history.facets.query(undefined, { signal }),
    refetchOnWindowFocus: 'always',
  }).data;
}

/** Outcome and time at hand, the rest one click away. */
export function HistoryFilters() {
  const { t } = useTranslation();
  const filter = useHistoryScreen((state) => state.filter);
  const count = (['platform', 'interface', 'environment', 'status', 'tag', 'pinned'] as const).filter(
    (name) => filter[name] !== undefined,
  ).length;
  return (
    <div className="history-filters" role="group" aria-label={t('history.filters')}>
      <Choice
        label={t('history.verdict')}
        testId="filter-verdict"
        value={filter.verdicts?.[0] ?? ''}
        options={[
          { value: '', label: t('history.anyVerdict') },
          ...callVerdicts.map((verdict) => ({ value: verdict, label: t(`result.verdict.${verdict}`) })),
        ]}
        onChange={(value) => historyScreen.filter({ verdicts: value === '' ? undefined : [value as CallVerdict] })}
      />
      <PeriodChoice />
      <Popover trigger="click" placement="bottomRight" title={t('history.filters')} content={<MoreFilters />}>
        <button type="button" className="history-tool" data-testid="more-filters">
          <ListFilter size={13} aria-hidden />
          {count > 0 ? t('history.filtersOn', { count }) : t('history.filters')}
        </button>
      </Popover>
    </div>
  );
}

function PeriodChoice() {
  const { t } = useTranslation();
  const period = useHistoryScreen((state) => state.period);
  const [days, setDays] = useState({ from: '', to: '' });

  function choose(chosen: Period): void {
    historyScreen.choosePeriod(chosen);
    if (chosen === 'custom') historyScreen.filter(rangeOfDays(days));
    else
      historyScreen.filter(chosen === 'all' ? { from: undefined, to: undefined } : rangeOfPeriod(chosen, new Date()));
  }

  function setDay(change: { readonly from?: string; readonly to?: string }): void {
    const changed = { ...days, ...change };
    setDays(changed);
    historyScreen.filter(rangeOfDays(changed));
  }

  return (
    <>
      <Choice
        label={t('history.period')}
        testId="filter-period"
        value={period}
        options={periods.map((value) => ({ value, label: t(`history.periods.${value}`) }))}
        onChange={(value) => choose(value as Period)}
      />
      {period === 'custom' && (
        <span className="history-days">
          <input
            type="date"
            aria-label={t('history.from')}
            value={days.from}
            max={days.to || undefined}
            onChange={({ target }) => setDay({ from: target.value })}
          />
          –
          <input
            type="date"
            aria-label={t('history.to')}
            value={days.to}
            min={days.from || undefined}
            onChange={({ target }) => setDay({ to: target.value })}
          />
        </span>
      )}
    </>
  );
}

function MoreFilters() {
  const { t } = useTranslation();
  const filter = useHistoryScreen((state) => state.filter);
  const facets = useHistoryFacets();
  const { platformTitle, environmentTitle, interfaceTitle } = useHistoryNames();
  const labels: Readonly<Record<FacetName, (value: string) => string>> = {
    platform: platformTitle,
    interface: (value) => interfaceTitle({ platform: filter.platform, interface: value }),
    environment: (value) => environmentTitle({ environment: value }),
    status: (value) => value,
    tag: (value) => value,
  };
  return (
    <div className="history-more">
      {facetNames.map(([name, facet]) => (
        <label key={name}>
          <span>{t(`history.filter.${name}`)}</span>
          <Choice
            label={t(`history.filter.${name}`)}
            testId={`filter-${name}`}
            value={filter[name] ?? ''}
            options={[
              { value: '', label: t('history.any') },
              ...(facets?.[facet] ?? []).map((value) => ({ value, label: labels[name](value) })),
            ]}
            onChange={(value) => historyScreen.filter({ [name]: value === '' ? undefined : value })}
          />
        </label>
      ))}
      <label className="history-pinned">
        <input
          type="checkbox"
          data-testid="filter-pinned"
          checked={filter.pinned === true}
          onChange={({ target }) => historyScreen.filter({ pinned: target.checked ? true : undefined })}
        />
        {t('history.onlyPinned')}
      </label>
    </div>
  );
}

type FacetName = keyof Pick<HistoryFilter, 'platform' | 'interface' | 'environment' | 'status' | 'tag'>;

const facetNames = [
  ['platform', 'platforms'],
  ['interface', 'interfaces'],
  ['environment', 'environments'],
  ['status', 'statuses'],
  ['tag', 'tags'],
] as const satisfies readonly (readonly [FacetName, keyof HistoryFacets])[];
