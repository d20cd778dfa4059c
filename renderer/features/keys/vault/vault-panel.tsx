import { Button, Switch } from 'antd';
import { Lock, LockOpen, ShieldAlert, Vault } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { VaultStatus } from '../../../../shared/model/vault.ts';
import { useHost } from '../../../app/host-context.ts';
import type { Tone } from '../../../app/palette.ts';
import { useVaultStatus } from '../../../app/queries.ts';
import { useTask } from '../../../app/use-task.ts';
import { useBilingual } from '../../../i18n/use-bilingual.ts';
import { Choice } from '../../../ui/choice.tsx';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { keys } from '../keys-store.ts';
import { useRefreshKeys } from '../use-refresh-keys.ts';
import { DamagedVault } from './damaged-vault.tsx';
import { UnlockForm } from './unlock-form.tsx';
import { idleChoices } from './idle-choices.ts';
import './vault-forms.css';
import './vault-panel.css';

const icons = { none: Vault, locked: Lock, open: LockOpen, damaged: ShieldAlert };
const tones: Readonly<Record<VaultStatus['state'], Tone>> = {
  none: 'plain',
  locked: 'encrypted',
  open: 'decrypted',
  damaged: 'failure',
};

/** The vault on top of the screen: its state, the way in and out, and when it locks by itself. */
export function VaultPanel() {
  const { t } = useTranslation();
  const { data: status } = useVaultStatus();
  if (!status) return null;
  const { state } = status;
  const Icon = icons[state];
  return (
    <section className="vault-panel" aria-label={t('keys.vault.title')} data-testid="vault-panel">
      <header>
        <Icon size={15} aria-hidden />
        <h2>{t('keys.vault.title')}</h2>
        <Tag tone={tones[state]} testId="vault-state">
          {t(`keys.vault.state.${state}`)}
        </Tag>
      </header>
      {state === 'none' && <NoVault />}
      {state === 'locked' && <UnlockForm quiet />}
      {state === 'damaged' && <DamagedVault status={status} />}
      {state === 'open' && <OpenVault />}
      {state !== 'none' && state !== 'damaged' && <VaultSettings status={status} />}
    </section>
  );
}

function NoVault() {
  const { t } = useTranslation();
  return (
    <>
      <p>{t('keys.vault.noneExplained')}</p>
      <Button data-testid="vault-create-open" onClick={() => keys.ask({ kind: 'vault' })}>
        {t('keys.vault.create')}
      </Button>
    </>
  );
}

function OpenVault() {
  const { t } = useTranslation();
  const host = useHost();
  const refresh = useRefreshKeys();
  const { isRunning, failure, run } = useTask();
  const lock = () =>
    run(async () => {
      await host.vault.lock.mutate();
      await refresh();
    });
  return (
    <>
      <Button loading={isRunning} data-testid="vault-lock" onClick={() => void lock()}>
        {t('keys.vault.lock')}
      </Button>
      <Button data-testid="change-passphrase" onClick={() => keys.ask({ kind: 'changePassphrase' })}>
        {t('keys.vault.changePassphrase')}…
      </Button>
      {failure && <FailureNotice title={t('keys.vault.title')} failure={failure} />}
    </>
  );
}

function VaultSettings({ status: { idleMinutes, remembering, state } }: { readonly status: VaultStatus }) {
  const { t } = useTranslation();
  const say = useBilingual();
  const host = useHost();
  const refresh = useRefreshKeys();
  const { isRunning, failure, run } = useTask();
  const change = (work: () => Promise<unknown>) =>
    void run(async () => {
      await work();
      await refresh();
    });
  const isOffered = remembering.state === 'offered' || remembering.state === 'remembered';
  return (
    <div className="vault-settings">
      <span className="vault-setting">
        {t('keys.vault.idle')}
        <Choice
          label={t('keys.vault.idle')}
          testId="vault-idle"
          value={String(idleMinutes)}
          options={idleChoices(idleMinutes).map((minutes) => ({
            value: String(minutes),
            label: minutes === 0 ? t('keys.vault.idleNever') : t('keys.vault.idleMinutes', { count: minutes }),
          }))}
          onChange={(minutes) => change(() => host.vault.setIdleMinutes.mutate(Number(minutes)))}
        />
      </span>
      <span className="vault-setting">
        <Switch
          size="small"
          aria-label={t('keys.vault.remember')}
          aria-describedby="vault-remember-note"
          data-testid="vault-remember"
          checked={remembering.state === 'remembered'}
          disabled={!isOffered || (state !== 'open' && remembering.state !== 'remembered')}
          loading={isRunning}
          onChange={(on) => change(() => host.vault.setRemembering.mutate(on))}
        />
        {t('keys.vault.remember')}
      </span>
      <small id="vault-remember-note">
        {remembering.state === 'checking' && t('keys.vault.rememberChecking')}
        {remembering.state === 'unavailable' && say(remembering.reason)}
        {isOffered && t('keys.vault.rememberExplained', { store: say(remembering.store) })}
      </small>
      {failure && <FailureNotice title={t('keys.vault.title')} failure={failure} />}
    </div>
  );
}
