import { Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import type { FoundKey } from '../../../../shared/model/key.ts';
import { FindingList } from '../../trace/finding-list.tsx';
import { KeyFacts } from '../key-facts.tsx';

interface FoundKeysProps {
  readonly found: readonly FoundKey[];
  readonly chosen: FoundKey | undefined;
  readonly onChoose: (index: number) => void;
}

/** What was recognised; of several, as a PKCS#12 file may hold, one is chosen. */
export function FoundKeys({ found, chosen, onChoose }: FoundKeysProps) {
  const { t } = useTranslation();
  return (
    <section className="found-keys" aria-label={t('keys.import.found')} data-testid="import-found">
      <h4>{t('keys.import.found')}</h4>
      {found.length > 1 && (
        <Radio.Group
          aria-label={t('keys.import.chooseOne', { count: found.length })}
          value={chosen?.index}
          onChange={({ target }) => onChoose(Number(target.value))}
        >
          {found.map(({ index, name, algorithm, fingerprint, certificate }) => (
            <Radio key={index} value={index} data-testid={`import-choose-${index}`}>
              {name ?? certificate?.subject ?? t(`keys.algorithm.${algorithm}`)} <code>{fingerprint}</code>
            </Radio>
          ))}
        </Radio.Group>
      )}
      {chosen && (
        <>
          <KeyFacts description={chosen} />
          <FindingList findings={chosen.findings} />
        </>
      )}
    </section>
  );
}
