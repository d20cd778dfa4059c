import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useHost } from '../../../app/host-context.ts';
import { useKeyRing } from '../../../app/queries.ts';
import { useTask } from '../../../app/use-task.ts';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { useInitialFocus } from '../../../ui/use-initial-focus.ts';
import { KeyFacts } from '../key-facts.tsx';
import { usePlaceTitle } from '../slot-facts.ts';
import { useRefreshKeys } from '../use-refresh-keys.ts';
import { removalEffects } from './removal-effects.ts';

/** Asks before a key goes for good, and names what would break. */
export function RemoveKeyForm({ id, onDone }: { readonly id: string; readonly onDone: () => void }) {
  const { t } = useTranslation();
  const host = useHost();
  const container = useInitialFocus<HTMLDivElement>();
  const refresh = useRefreshKeys();
  const titleOf = usePlaceTitle();
  const { isRunning, failure, run } = useTask();
  const { ring } = useKeyRing();
  const key = ring?.keys.find((candidate) => candidate.id === id);
  if (!ring || !key) return null;

  async function remove(): Promise<void> {
    const refused = await run(async () => {
      await host.keys.remove.mutate(id);
      await refresh();
    });
    if (!refused) onDone();
  }

  return (
    <div ref={container} className="key-form" data-testid="remove-key">
      <p>{t('keys.remove.question', { label: key.label })}</p>
      <KeyFacts description={key} />
      {key.uses.length === 0 ? (
        <p>{t('keys.remove.unused')}</p>
      ) : (
        <ul className="removal-effects">
          {removalEffects(ring, key).map(({ use, effect, next }) => (
            <li key={`${use.environment}/${use.slot}`} data-effect={effect}>
              <b>{titleOf(use)}</b> {t(`keys.remove.effect.${effect}`, { label: next?.label ?? '' })}
            </li>
          ))}
        </ul>
      )}
      <p className="vault-form-warning">
        {t(key.algorithm === 'sm2Public' ? 'keys.remove.publicHistory' : 'keys.remove.history')}
      </p>
      {failure && <FailureNotice title={key.label} failure={failure} />}
      <span className="form-actions">
        <Button onClick={onDone}>{t('keys.remove.keep')}</Button>
        <Button danger type="primary" loading={isRunning} data-testid="remove-confirm" onClick={() => void remove()}>
          {t('keys.remove.confirm')}
        </Button>
      </span>
    </div>
  );
}
