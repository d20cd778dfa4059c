import { useEffect, useRef } from 'react';
import { useVaultStatus } from '../../../app/queries.ts';
import { CreateVaultForm } from './create-vault-form.tsx';
import { DamagedVault } from './damaged-vault.tsx';
import { UnlockForm } from './unlock-form.tsx';
import './vault-forms.css';

interface VaultEntryProps {
  /** Called once the vault is open, whoever opened it: another window and the command line have it too. */
  readonly onOpened: () => void;
  readonly onBack: () => void;
}

/** The way into the vault, whatever its state: make it, open it, or put the good copy back. */
export function VaultEntry({ onOpened, onBack }: VaultEntryProps) {
  const { data: status } = useVaultStatus();
  switch (status?.state) {
    case 'none':
      return <CreateVaultForm onBack={onBack} />;
    case 'damaged':
      return <DamagedVault status={status} onBack={onBack} />;
    case 'locked':
      return <UnlockForm onBack={onBack} />;
    case 'open':
      return <Opened onOpened={onOpened} />;
    case undefined:
      return null;
  }
}

function Opened({ onOpened }: Pick<VaultEntryProps, 'onOpened'>) {
  const isTold = useRef(false);
  useEffect(() => {
    if (isTold.current) return;
    isTold.current = true;
    onOpened();
  }, [onOpened]);
  return null;
}
