import { Button } from 'antd';
import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Environment } from '../../../../shared/model/environment.ts';
import type { Profile } from '../../../../shared/profile/profile.ts';
import { useBilingual } from '../../../i18n/use-bilingual.ts';
import { Tag } from '../../../ui/tag.tsx';
import { keys, useKeys } from '../keys-store.ts';
import './environment-list.css';

interface EnvironmentListProps {
  readonly environments: readonly Environment[];
  readonly platforms: readonly Profile[];
  readonly chosenId: string | undefined;
}

/** Environments by platform, the sample first; beneath them the ring itself. */
export function EnvironmentList({ environments, platforms, chosenId }: EnvironmentListProps) {
  const { t } = useTranslation();
  const say = useBilingual();
  const view = useKeys((state) => state.view);
  return (
    <nav className="environment-list" aria-label={t('keys.environments.title')}>
      <Button
        icon={<Plus size={13} aria-hidden />}
        data-testid="environment-new"
        onClick={() => keys.ask({ kind: 'environment', id: undefined })}
      >
        {t('keys.environments.new')}
      </Button>
      {platforms.map(({ id: platform, title, standard }) => (
        <section key={platform} aria-label={say(title)}>
          <h3 title={standard}>{say(title)}</h3>
          <ul>
            {environmentsOf(environments, platform).map((environment) => (
              <li key={environment.id}>
                <button
                  type="button"
                  aria-current={view === 'slots' && environment.id === chosenId ? 'page' : undefined}
                  data-testid={`choose-environment-${environment.id}`}
                  onClick={() => keys.choose(environment.id)}
                >
                  <span>{say(environment.title)}</span>
                  {environment.isSample && <Tag tone="plain">{t('keys.environments.sample')}</Tag>}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <section>
        <ul>
          <li>
            <button
              type="button"
              aria-current={view === 'ring' ? 'page' : undefined}
              data-testid="ring-open"
              onClick={() => keys.show('ring')}
            >
              <span>{t('keys.ring.title')}</span>
            </button>
          </li>
        </ul>
      </section>
    </nav>
  );
}

function environmentsOf(environments: readonly Environment[], platform: string): readonly Environment[] {
  return environments
    .filter((environment) => environment.platform === platform)
    .toSorted((left, right) => Number(right.isSample) - Number(left.isSample));
}
