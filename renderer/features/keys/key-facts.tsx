import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { listed } from '../../../shared/listed.ts';
import type { KeyDescription } from '../../../shared/model/key.ts';
import { usePreferences } from '../../app/preferences.ts';
import { useBilingual } from '../../i18n/use-bilingual.ts';
import { Moment } from '../../ui/moment.tsx';
import './key-facts.css';

interface KeyFactsProps {
  readonly description: KeyDescription;
  readonly children?: ReactNode;
}

/** What may be told about a key. */
export function KeyFacts({ description, children }: KeyFactsProps) {
  const { t } = useTranslation();
  const say = useBilingual();
  const language = usePreferences((state) => state.language);
  const { algorithm, form, fingerprint, reading, certificate } = description;
  return (
    <dl className="key-facts">
      <KeyFact name={t('keys.fact.algorithm')}>{t(`keys.algorithm.${algorithm}`)}</KeyFact>
      <KeyFact name={t('keys.fact.form')}>{say(form)}</KeyFact>
      <KeyFact name={t('keys.fact.fingerprint')}>
        <code>{fingerprint}</code>
      </KeyFact>
      {reading && <KeyFact name={t('keys.fact.reading')}>{t(`keys.reading.${reading}`)}</KeyFact>}
      {certificate && (
        <>
          <KeyFact name={t('keys.fact.subject')}>{certificate.subject}</KeyFact>
          <KeyFact name={t('keys.fact.issuer')}>{certificate.issuer}</KeyFact>
          <KeyFact name={t('keys.fact.validity')}>
            <Moment at={certificate.notBefore} /> – <Moment at={certificate.notAfter} />
          </KeyFact>
          {certificate.keyUsage.length > 0 && (
            <KeyFact name={t('keys.fact.usage')}>{listed(certificate.keyUsage.map(say), language)}</KeyFact>
          )}
        </>
      )}
      {children}
    </dl>
  );
}

export function KeyFact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
