import { useVaultStatus } from '../../../app/queries.ts';
import { CreateVaultForm } from './create-vault-form.tsx';
import { DamagedVault } from './damaged-vault.tsx';
import { UnlockForm } from './unlock-form.tsx';
import './vault-forms.css';

interface VaultEntryProps {
  readonly onOpened: () => void;
  readonly onBack: () => void;
}

/** The way into the vault, whatever its state: make it, open it, or put the good copy back. */
export function VaultEntry({ onOpened, onBack }: VaultEntryProps) {
  const { data: status } = useVaultStatus();
  switch (status?.state) {
    case 'none':
      return <CreateVaultForm onOpened={onOpened} onBack={onBack} />;
    case 'damaged':
      return <DamagedVault status={status} onBack={onBack} />;
    case 'locked':
      return <UnlockForm onOpened={onOpened} onBack={onBack} />;
    case 'open':
    case undefined:
      return null;
  }
}
