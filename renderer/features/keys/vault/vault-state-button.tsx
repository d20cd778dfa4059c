import { useEffect, useRef } from 'react';
import { Lock, LockOpen, ShieldAlert, Vault } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useVaultStatus } from '../../../app/queries.ts';
import { showScreen } from '../../../app/screen-store.ts';
import { keys } from '../keys-store.ts';
import { useRefreshKeys } from '../use-refresh-keys.ts';

const icons = { none: Vault, locked: Lock, open: LockOpen, damaged: ShieldAlert };

/** The vault in the status line; a click opens it or shows it. */
export function VaultStateButton() {
  const { t } = useTranslation();
  const state = useVaultStatus().data?.state;
  useFollowedState(state);
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

/** A vault that locked itself, or that the command line opened, changes what fills the slots. */
function useFollowedState(state: string | undefined): void {
  const refresh = useRefreshKeys();
  const last = useRef(state);
  useEffect(() => {
    const before = last.current;
    last.current = state;
    if (before !== undefined && before !== state) void refresh();
  }, [state, refresh]);
}
