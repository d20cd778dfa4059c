import { Lock, LockOpen, ShieldAlert, Vault } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useVaultStatus } from '../../../app/queries.ts';
import { showScreen } from '../../../app/screen-store.ts';
import { keys } from '../keys-store.ts';

const icons = { none: Vault, locked: Lock, open: LockOpen, damaged: ShieldAlert };

/** The vault in the status line; a click opens it or shows it. */
export function VaultStateButton() {
  const { t } = useTranslation();
  const state = useVaultStatus().data?.state;
  if (!state) return null;
  const Icon = icons[state];
  const words = t(`keys.vault.state.${state}`);

  function act(): void {
    if (state === 'locked') keys.ask({ kind: 'vault' });
    else showScreen('keys');
  }

  return (
    <button type="button" data-testid="vault-item" title={t('keys.vault.title')} onClick={act}>
      <Icon size={12} aria-hidden />
      {state === 'damaged' ? <b>{`${t('keys.vault.title')} ${words}`}</b> : `${t('keys.vault.title')} ${words}`}
    </button>
  );
}
