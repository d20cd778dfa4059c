import type { ReactNode } from 'react';
import { Button } from 'antd';
import { Download, FolderInput, KeyRound, LockOpen, Sparkles } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { KeySummary } from '../../../../shared/model/key-ring.ts';
import type { KeySlot } from '../../../../shared/profile/profile.ts';
import { useHost } from '../../../app/host-context.ts';
import { useKeyRing } from '../../../app/queries.ts';
import { useTask } from '../../../app/use-task.ts';
import { useBilingual } from '../../../i18n/use-bilingual.ts';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { type KeyPlace, keys } from '../keys-store.ts';
import { useRefreshKeys } from '../use-refresh-keys.ts';
import type { FilledBy } from './filled-by.ts';

interface SlotActionsProps {
  readonly slot: KeySlot;
  readonly place: KeyPlace;
  readonly state: FilledBy;
  readonly active: KeySummary | undefined;
  readonly whenEmpty: ReactNode;
}

const size = 13;

export function SlotActions({ slot, place, state, active, whenEmpty }: SlotActionsProps) {
  const { t } = useTranslation();
  const say = useBilingual();
  const host = useHost();
  const refresh = useRefreshKeys();
  const { ring } = useKeyRing();
  const { isRunning, failure, run } = useTask();
  const rotate = active !== undefined;
  const name = slot.name;
  const fits = ring?.keys.some(({ id, algorithm }) => algorithm === slot.algorithm && id !== active?.id) ?? false;

  if (state === 'locked') {
    return (
      <div className="slot-actions">
        <Button
          size="small"
          icon={<LockOpen size={size} aria-hidden />}
          data-testid={`unlock-for-${name}`}
          onClick={() => keys.ask({ kind: 'vault' })}
        >
          {t('keys.vault.unlockVault')}…
        </Button>
      </div>
    );
  }

  const clear = () =>
    run(async () => {
      await host.keys.clearSessionKey.mutate(place);
      await refresh();
    });

  return (
    <div className="slot-actions" role="group" aria-label={t('keys.actionsFor', { title: say(slot.title) })}>
      <Button
        size="small"
        icon={<FolderInput size={size} aria-hidden />}
        data-testid={`import-${name}`}
        onClick={() => keys.ask({ kind: 'import', place, rotate })}
      >
        {t(rotate ? 'keys.action.rotateImport' : 'keys.action.import')}
      </Button>
      {slot.algorithm !== 'sm2Public' && slot.algorithm !== 'aes' && (
        <Button
          size="small"
          icon={<Sparkles size={size} aria-hidden />}
          data-testid={`generate-${name}`}
          onClick={() => keys.ask({ kind: 'generate', place, rotate })}
        >
          {t(rotate ? 'keys.action.rotateGenerate' : 'keys.action.generate')}
        </Button>
      )}
      {fits && (
        <Button
          size="small"
          icon={<KeyRound size={size} aria-hidden />}
          data-testid={`choose-${name}`}
          onClick={() => keys.ask({ kind: 'choose', place, rotate })}
        >
          {t('keys.action.choose')}
        </Button>
      )}
      {active && (
        <Button
          size="small"
          icon={<Download size={size} aria-hidden />}
          data-testid={`export-${name}`}
          onClick={() => keys.ask({ kind: 'export', key: active.id })}
        >
          {t('keys.action.export')}
        </Button>
      )}
      {state === 'session' && (
        <Button size="small" loading={isRunning} data-testid={`clear-${name}`} onClick={() => void clear()}>
          {t('keys.action.clearSession')}
        </Button>
      )}
      {state === 'nothing' && whenEmpty}
      {failure && <FailureNotice title={say(slot.title)} failure={failure} />}
    </div>
  );
}
