import { useState } from 'react';
import { Button } from 'antd';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { KeyUse } from '../../../../shared/model/key-ring.ts';
import { useHost } from '../../../app/host-context.ts';
import type { Tone } from '../../../app/palette.ts';
import { useTask } from '../../../app/use-task.ts';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { Moment } from '../../../ui/moment.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { type KeyPlace, keys } from '../keys-store.ts';
import type { SlotVersion } from '../ring/slot-content.ts';
import { useRefreshKeys } from '../use-refresh-keys.ts';

const tones: Readonly<Record<KeyUse['state'], Tone>> = { active: 'decrypted', former: 'plain', retired: 'encrypted' };

interface SlotVersionsProps {
  readonly place: KeyPlace;
  readonly versions: readonly SlotVersion[];
  readonly activeId: string | undefined;
}

/** All keys the slot was filled with, the newest first; folded while there is one only. */
export function SlotVersions({ place, versions, activeId }: SlotVersionsProps) {
  const { t } = useTranslation();
  // A slot whose versions are all out of use would otherwise look empty without a reason.
  const [wished, setWished] = useState<boolean>();
  const open = wished ?? activeId === undefined;
  if (versions.length === 0) return null;
  return (
    <div className="slot-versions">
      <button
        type="button"
        className="fold-button"
        aria-expanded={open}
        data-testid={`versions-${place.slot}`}
        onClick={() => setWished(!open)}
      >
        {open ? <ChevronDown size={12} aria-hidden /> : <ChevronRight size={12} aria-hidden />}
        {t('keys.versions', { count: versions.length })}
      </button>
      {open && (
        <ul>
          {versions.map((version) => (
            <VersionRow key={version.key.id} place={place} version={version} />
          ))}
        </ul>
      )}
    </div>
  );
}

function VersionRow({ place, version: { key, use } }: { readonly place: KeyPlace; readonly version: SlotVersion }) {
  const { t } = useTranslation();
  const host = useHost();
  const refresh = useRefreshKeys();
  const { isRunning, failure, run } = useTask();
  const change = (work: () => Promise<unknown>) =>
    void run(async () => {
      await work();
      await refresh();
    });
  const retired = use.state === 'retired';

  return (
    <li>
      <Tag tone={tones[use.state]}>{t(`keys.use.${use.state}`)}</Tag>
      <span className="slot-version-label">{key.label}</span>
      <code>{key.fingerprint}</code>
      <span className="slot-version-since">
        {t('keys.since')} <Moment at={use.since} />
      </span>
      <span className="slot-actions" role="group" aria-label={t('keys.actionsFor', { title: key.label })}>
        <Button
          size="small"
          disabled={isRunning}
          onClick={() => change(() => host.keys.setRetired.mutate({ id: key.id, place, retired: !retired }))}
        >
          {t(retired ? 'keys.action.restore' : 'keys.action.retire')}
        </Button>
        <Button
          size="small"
          disabled={isRunning}
          title={t('keys.action.withdrawExplained')}
          onClick={() => change(() => host.keys.withdraw.mutate({ id: key.id, place }))}
        >
          {t('keys.action.withdraw')}
        </Button>
        <Button size="small" danger disabled={isRunning} onClick={() => keys.ask({ kind: 'remove', key: key.id })}>
          {t('keys.action.remove')}…
        </Button>
      </span>
      {failure && <FailureNotice title={key.label} failure={failure} />}
    </li>
  );
}
