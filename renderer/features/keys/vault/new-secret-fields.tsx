import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../../ui/field.tsx';
import { SecretInput } from '../../../ui/secret-input.tsx';

interface NewSecretFieldsProps {
  /** `passphrase`: of the vault. `password`: of a file. */
  readonly what: 'passphrase' | 'password';
  /** In code points. */
  readonly shortest: number;
  /** The secret once both entries agree and are long enough, otherwise undefined. */
  readonly onChange: (secret: string | undefined) => void;
}

/** A new passphrase or password, twice. */
export function NewSecretFields({ what, shortest, onChange }: NewSecretFieldsProps) {
  const { t } = useTranslation();
  const [first, setFirst] = useState('');
  const [second, setSecond] = useState('');
  const isShort = [...first].length < shortest;
  const differs = second !== '' && second !== first;

  function change(next: { readonly first: string; readonly second: string }): void {
    setFirst(next.first);
    setSecond(next.second);
    const agreed = next.first === next.second && [...next.first].length >= shortest;
    onChange(agreed ? next.first : undefined);
  }

  return (
    <>
      <Field
        label={t(`keys.newSecret.${what}`)}
        hint={isShort ? t('keys.newSecret.shortest', { count: shortest }) : ''}
      >
        {(control) => (
          <SecretInput
            {...control}
            testId={`new-${what}`}
            value={first}
            onChange={(text) => change({ first: text, second })}
          />
        )}
      </Field>
      <Field label={t('keys.newSecret.again')} error={differs ? t('keys.newSecret.differs') : undefined}>
        {(control) => (
          <SecretInput
            {...control}
            testId={`new-${what}-again`}
            value={second}
            onChange={(text) => change({ first, second: text })}
          />
        )}
      </Field>
    </>
  );
}
