import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useHost } from '../../app/host-context.ts';
import { useVaultStatus } from '../../app/queries.ts';
import { useTask } from '../../app/use-task.ts';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { activeAttemptOf, compose, useCompose } from '../compose/compose-store.ts';
import type { CallFacts } from '../compose/use-call-facts.ts';
import { originOf, proxyOriginOf } from '../keys/slot-facts.ts';
import { useRefreshKeys } from '../keys/use-refresh-keys.ts';
import { DamagedVault } from '../keys/vault/damaged-vault.tsx';
import { UnlockForm } from '../keys/vault/unlock-form.tsx';

interface NotSentNoticeProps {
  readonly facts: CallFacts;
  readonly onSend: () => void;
}

/** Why the call was not sent, and what can be done about it on the spot. */
export function NotSentNotice({ facts, onSend }: NotSentNoticeProps) {
  const { t } = useTranslation();
  const notSent = useCompose((state) => activeAttemptOf(state).notSent);
  const { data: vault } = useVaultStatus();
  if (notSent === undefined) return null;
  if (notSent === 'cancelled') {
    return (
      <p className="result-cancelled" role="status">
        {t('result.cancelled')}
        <button type="button" className="link-button" onClick={compose.dismissNotSent}>
          {t('result.dismiss')}
        </button>
      </p>
    );
  }
  const action =
    notSent.code === 'vault.locked' ? (
      <UnlockForm quiet onOpened={compose.dismissNotSent} />
    ) : isQuestion(notSent.code) ? (
      <AllowOrigin facts={facts} code={notSent.code} onSend={onSend} />
    ) : vault?.state === 'damaged' && notSent.code === vault.problem?.code ? (
      <DamagedVault status={vault} quiet />
    ) : undefined;
  return (
    <FailureNotice
      title={t(`result.notSent.${titleOf(notSent.code)}`)}
      failure={notSent}
      onDismiss={compose.dismissNotSent}
      action={action}
    />
  );
}

function isQuestion(code: string): boolean {
  return code === 'key.otherOrigin' || code === 'key.otherProxy' || code === 'key.otherPlatform';
}

function titleOf(code: string): 'locked' | 'otherOrigin' | 'otherPlatform' | 'failed' {
  if (code === 'vault.locked') return 'locked';
  if (code === 'key.otherPlatform') return 'otherPlatform';
  return isQuestion(code) ? 'otherOrigin' : 'failed';
}

/** The question whether the environment's keys may go to one more host, or platform; the sentence above names both. */
function AllowOrigin({ facts: { environment }, code, onSend }: NotSentNoticeProps & { readonly code: string }) {
  const { t } = useTranslation();
  const host = useHost();
  const refresh = useRefreshKeys();
  const { isRunning, failure, run } = useTask();
  const url = useCompose(({ activeId, calls }) => (activeId === undefined ? undefined : calls[activeId]?.url));
  if (!environment) return null;
  const address = originOf(url === undefined || url === '' ? environment.url : url);
  const origin =
    code === 'key.otherPlatform'
      ? `platform://${environment.platform}`
      : code === 'key.otherProxy'
        ? proxyOriginOf(environment.transport.proxy ?? '')
        : address;

  async function allow(environmentId: string): Promise<void> {
    const refused = await run(async () => {
      await host.keys.allowOrigin.mutate({ environment: environmentId, origin });
      await refresh();
    });
    if (!refused) onSend();
  }

  return (
    <div className="slot-actions">
      <Button danger loading={isRunning} data-testid="allow-origin" onClick={() => void allow(environment.id)}>
        {t('result.allowAndSend', { origin: code === 'key.otherPlatform' ? environment.platform : origin })}
      </Button>
      <Button onClick={compose.dismissNotSent}>{t('keys.cancel')}</Button>
      {failure && <FailureNotice title={origin} failure={failure} />}
    </div>
  );
}
