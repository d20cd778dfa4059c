import { useState } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCapabilities, useKeyRing } from '../../../app/queries.ts';
import { KeyFacts } from '../key-facts.tsx';
import { VaultEntry } from '../vault/vault-entry.tsx';
import { PublicHalf } from './public-half.tsx';
import { secretForms } from './export-forms.ts';
import { SecretForm } from './secret-form.tsx';
import '../import/import-form.css';

/** A key given out: its public half freely, the key itself into a file and after the passphrase. */
export function ExportForm({ id, onDone }: { readonly id: string; readonly onDone: () => void }) {
  const { t } = useTranslation();
  const { ring } = useKeyRing();
  const { data: capabilities } = useCapabilities();
  const [secretShown, setSecretShown] = useState(false);
  const summary = ring?.keys.find((key) => key.id === id);
  if (!ring) return <VaultEntry onOpened={() => undefined} onBack={onDone} />;
  if (!summary || !capabilities) return null;
  const hasPublic = summary.publicKey !== undefined;
  const hasSecret = secretForms(summary).length > 0;
  return (
    <div className="key-form">
      <p className="key-form-place">{summary.label}</p>
      <KeyFacts description={summary} />
      <PublicHalf summary={summary} />
      {hasPublic && hasSecret && !secretShown && (
        <Button data-testid="export-secret-open" onClick={() => setSecretShown(true)}>
          {t('keys.export.secretOpen')}…
        </Button>
      )}
      {hasSecret && (secretShown || !hasPublic) && (
        <SecretForm summary={summary} exportFolder={capabilities.exportFolder} />
      )}
      <span className="form-actions">
        <Button onClick={onDone}>{t('keys.done')}</Button>
      </span>
    </div>
  );
}
