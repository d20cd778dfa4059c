import type { ReactNode } from 'react';
import { Popover } from 'antd';
import { useTranslation } from 'react-i18next';
import type { HistoryCall } from '../../../shared/model/history.ts';
import { usePlatforms, useWorkspace } from '../../app/queries.ts';
import { showScreen } from '../../app/screen-store.ts';
import { useBilingual } from '../../i18n/use-bilingual.ts';
import { Moment } from '../../ui/moment.tsx';
import { historyScreen } from './history-store.ts';
import './call-facts-button.css';

/** What stands behind a call: where it went, with which keys, versions and connection. */
export function CallFactsButton({ call }: { readonly call: HistoryCall }) {
  const { t } = useTranslation();
  return (
    <Popover trigger="click" placement="bottomRight" title={t('history.facts')} content={<Facts call={call} />}>
      <button type="button" className="pane-toggle" data-testid="call-facts">
        {t('history.facts')}
      </button>
    </Popover>
  );
}

function Facts({ call: { entry, record } }: { readonly call: HistoryCall }) {
  const { t } = useTranslation();
  const say = useBilingual();
  const { data: workspace } = useWorkspace();
  const profile = usePlatforms().data?.find(({ id }) => id === record.call.platform);
  const environment = workspace?.environments.find(({ id }) => id === record.call.environment);
  const { http, repeats, versions } = record;
  const slotTitle = (slot: string) => {
    const found = profile?.keySlots.find(({ name }) => name === slot);
    return found ? say(found.title) : slot;
  };
  const keys = Object.entries(record.keys);

  function showOriginal(id: string): void {
    historyScreen.show(id);
    showScreen('history');
  }

  return (
    <dl className="call-facts">
      <Fact name={t('history.fact.startedAt')}>
        <Moment at={record.startedAt} />
      </Fact>
      <Fact name={t('history.fact.url')}>
        <code>{record.url}</code>
      </Fact>
      {repeats !== undefined && (
        <Fact name={t('history.fact.repeats')}>
          <button type="button" className="link-button" onClick={() => showOriginal(repeats)}>
            {t('history.fact.original')}
          </button>
        </Fact>
      )}
      <Fact name={t('history.fact.environment')}>{environment ? say(environment.title) : record.call.environment}</Fact>
      {entry.messageId !== undefined && (
        <Fact name={t('history.fact.messageId')}>
          <code>{entry.messageId}</code>
        </Fact>
      )}
      {http && (
        <Fact name={t('history.fact.remoteAddress')}>
          <code>{http.remoteAddress}</code>
        </Fact>
      )}
      {http?.tls && (
        <Fact name="TLS">
          {http.tls.protocol} · {http.tls.cipher}
          {http.tls.subject !== undefined && <small>{http.tls.subject}</small>}
          {http.tls.validTo !== undefined && <small>{t('history.fact.validTo', { date: http.tls.validTo })}</small>}
        </Fact>
      )}
      {keys.length > 0 && (
        <Fact name={t('history.fact.keys')}>
          {keys.map(([slot, fingerprint]) => (
            <span key={slot}>
              {slotTitle(slot)} <code>{fingerprint}</code>
            </span>
          ))}
        </Fact>
      )}
      <Fact name={t('history.fact.versions')}>
        {t('history.fact.versionsText', { program: versions.program, profile: versions.profile })}
      </Fact>
      {entry.size > 0 && <Fact name={t('history.fact.size')}>{t('wire.bytes', { count: entry.size })}</Fact>}
      {entry.importedAt !== undefined && (
        <Fact name={t('history.fact.importedAt')}>
          <Moment at={entry.importedAt} />
        </Fact>
      )}
      {entry.tags.length > 0 && <Fact name={t('history.tags')}>{entry.tags.join(' · ')}</Fact>}
      {entry.note !== '' && <Fact name={t('history.note')}>{entry.note}</Fact>}
    </dl>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
