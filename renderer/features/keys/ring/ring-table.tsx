import { Button } from 'antd';
import { Download, PencilLine, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { KeyRing, KeySummary } from '../../../../shared/model/key-ring.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Moment } from '../../../ui/moment.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { useBilingual } from '../../../i18n/use-bilingual.ts';
import { FindingList } from '../../trace/finding-list.tsx';
import { keys } from '../keys-store.ts';
import { usePlaceTitle } from '../slot-facts.ts';
import './ring-table.css';

/** All keys of the ring, those included that fill nothing. */
export function RingTable({ ring }: { readonly ring: KeyRing }) {
  const { t } = useTranslation();
  return (
    <section className="ring" aria-label={t('keys.ring.title')}>
      <header>
        <h3>{t('keys.ring.title')}</h3>
        <Button
          size="small"
          data-testid="ring-import"
          onClick={() => keys.ask({ kind: 'import', place: undefined, rotate: false })}
        >
          {t('keys.action.import')}
        </Button>
        <Button
          size="small"
          data-testid="ring-generate"
          onClick={() => keys.ask({ kind: 'generate', place: undefined, rotate: false })}
        >
          {t('keys.action.generate')}
        </Button>
      </header>
      {ring.keys.length === 0 ? (
        <p className="ring-nothing">{t('keys.ring.nothing')}</p>
      ) : (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls sideways and must be reachable (WCAG 2.1.1)
        <div className="ring-scroll" role="group" aria-label={t('keys.ring.title')} tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('keys.label')}</th>
                <th scope="col">{t('keys.fact.algorithm')}</th>
                <th scope="col">{t('keys.fact.fingerprint')}</th>
                <th scope="col">{t('keys.ring.uses')}</th>
                <th scope="col">{t('keys.fact.created')}</th>
                <th scope="col">{t('keys.fact.lastUsed')}</th>
                <th scope="col">
                  <span className="visually-hidden">{t('keys.ring.actions')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {ring.keys.map((key) => (
                <RingRow key={key.id} summary={key} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function RingRow({ summary }: { readonly summary: KeySummary }) {
  const { t } = useTranslation();
  const say = useBilingual();
  const titleOf = usePlaceTitle();
  const { id, label, algorithm, form, fingerprint, uses, createdAt, lastUsedAt, findings } = summary;
  return (
    <>
      <tr data-testid="ring-key">
        <th scope="row">{label}</th>
        <td>
          {t(`keys.algorithm.${algorithm}`)}
          <small>{say(form)}</small>
        </td>
        <td>
          <code>{fingerprint}</code>
        </td>
        <td>
          {uses.length === 0 && <span className="ring-nothing">{t('keys.ring.unused')}</span>}
          {uses.map((use) => (
            <span key={`${use.environment}/${use.slot}`} className="ring-use">
              {titleOf(use)} {use.state !== 'active' && <Tag tone="plain">{t(`keys.use.${use.state}`)}</Tag>}
            </span>
          ))}
        </td>
        <td>
          <Moment at={createdAt} />
          <small>{t(`keys.origin.${summary.origin}`)}</small>
        </td>
        <td>{lastUsedAt === undefined ? t('keys.never') : <Moment at={lastUsedAt} />}</td>
        <td className="ring-actions">
          <IconButton
            label={t('keys.ring.rename', { label })}
            testId="ring-rename"
            onClick={() => keys.ask({ kind: 'rename', key: id })}
          >
            <PencilLine size={13} aria-hidden />
          </IconButton>
          <IconButton
            label={t('keys.ring.export', { label })}
            testId="ring-export"
            onClick={() => keys.ask({ kind: 'export', key: id })}
          >
            <Download size={13} aria-hidden />
          </IconButton>
          <IconButton
            label={t('keys.ring.remove', { label })}
            testId="ring-remove"
            onClick={() => keys.ask({ kind: 'remove', key: id })}
          >
            <Trash2 size={13} aria-hidden />
          </IconButton>
        </td>
      </tr>
      {findings.length > 0 && (
        <tr className="ring-findings">
          <td colSpan={7}>
            <FindingList findings={findings} />
          </td>
        </tr>
      )}
    </>
  );
}
