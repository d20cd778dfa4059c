import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Finding } from '../../../../shared/finding.ts';
import type { FilledField } from '../../../../shared/model/call-record.ts';
import type { Profile } from '../../../../shared/profile/profile.ts';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { keys } from '../../keys/keys-store.ts';
import { UnlockForm } from '../../keys/vault/unlock-form.tsx';
import { FindingList, severityTone, sortedFindings } from '../../trace/finding-list.tsx';
import { compose } from '../compose-store.ts';
import type { PreviewState } from '../use-preview.ts';
import { WireStep } from './wire-step.tsx';
import './wire-panel.css';

interface WirePanelProps extends PreviewState {
  readonly profile: Profile;
}

/** What the open call would be on the wire, step by step, as it is composed. */
export function WirePanel({ preview, failure, isComputing, profile }: WirePanelProps) {
  const { t } = useTranslation();
  const provisional = useMemo(() => provisionalValues(preview?.header ?? []), [preview]);
  const actionFor = useCallback(
    ({ code, field }: Finding) =>
      code === 'vault.locked'
        ? { label: t('keys.vault.unlockVault'), act: () => keys.ask({ kind: 'vault' }) }
        : profile.keySlots.some(({ name }) => name === field)
          ? { label: t('finding.setKey'), act: () => compose.showKeys(true) }
          : undefined,
    [profile, t],
  );
  const aside = isComputing
    ? t('wire.computing')
    : preview && t('wire.milliseconds', { value: preview.milliseconds.toFixed(1) });

  return (
    <Panel
      title={t('wire.title')}
      aside={
        <>
          <FindingCounts findings={preview?.findings ?? []} />
          <span className="wire-panel-time">{aside}</span>
        </>
      }
    >
      <div className="wire-panel" data-stale={failure !== undefined}>
        {failure && (
          <FailureNotice
            title={t('wire.failedTitle')}
            failure={failure}
            action={failure.code === 'vault.locked' && <UnlockForm quiet />}
          />
        )}
        {failure && preview && <p className="wire-panel-note">{t('wire.stale')}</p>}
        {preview && (
          <>
            <ol className="wire-panel-steps">
              {preview.trace.steps.map((step, index) => (
                <WireStep
                  key={`${step.kind} ${index}`}
                  step={step}
                  index={index}
                  traceId={preview.traceId}
                  direction={preview.trace.direction}
                  provisional={provisional}
                />
              ))}
            </ol>
            <p className="wire-target" data-testid="wire-target">
              <b>{t('wire.target')}</b> <code>{preview.url}</code>
              <CopyButton what={t('wire.target')} text={() => preview.url} />
            </p>
            <h3>{t('wire.findings')}</h3>
            {preview.findings.length === 0 ? (
              <p className="wire-panel-note">{t('wire.noFindings')}</p>
            ) : (
              <FindingList findings={preview.findings} actionFor={actionFor} />
            )}
          </>
        )}
      </div>
    </Panel>
  );
}

function provisionalValues(header: readonly FilledField[]): readonly string[] {
  return header.filter(({ origin }) => origin === 'provisional').map(({ value }) => value);
}

/** How much is wrong, in sight while the list itself is below the steps. */
function FindingCounts({ findings }: { readonly findings: readonly Finding[] }) {
  const { t } = useTranslation();
  const all = sortedFindings(findings);
  return (['error', 'warning'] as const).map((severity) => {
    const { length } = all.filter((finding) => finding.severity === severity);
    return (
      length > 0 && (
        <Tag key={severity} tone={severityTone(severity)}>
          {t(`severity.${severity}`)} {length}
        </Tag>
      )
    );
  });
}
