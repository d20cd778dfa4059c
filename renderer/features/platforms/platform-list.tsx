import { Button } from 'antd';
import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { OwnPlatformList } from '../../../shared/model/own-platform.ts';
import type { Profile } from '../../../shared/profile/profile.ts';
import { useBilingual } from '../../i18n/use-bilingual.ts';
import { Tag } from '../../ui/tag.tsx';
import { platformsScreen } from './platforms-store.ts';

interface PlatformListProps {
  readonly platforms: readonly Profile[];
  readonly own: OwnPlatformList | undefined;
  readonly chosenId: string | undefined;
}

/** The workspace's own platforms, and the built-in ones to look at and to begin from. */
export function PlatformList({ platforms, own, chosenId }: PlatformListProps) {
  const { t } = useTranslation();
  const say = useBilingual();
  const files = own?.files ?? [];
  const builtIn = platforms.filter(({ id }) => !files.some((file) => file.id === id));
  return (
    <nav className="environment-list" aria-label={t('rail.platforms')}>
      <Button
        icon={<Plus size={13} aria-hidden />}
        data-testid="platform-new"
        onClick={() => platformsScreen.ask({ kind: 'new' })}
      >
        {t('platforms.new')}
      </Button>
      <section aria-label={t('platforms.own')}>
        <h3>{t('platforms.own')}</h3>
        {files.length === 0 && <p className="platform-list-nothing">{t('platforms.noOwn')}</p>}
        <ul>
          {files.map(({ id, title, problems }) => (
            <li key={id}>
              <button
                type="button"
                aria-current={id === chosenId ? 'page' : undefined}
                data-testid={`choose-platform-${id}`}
                onClick={() => platformsScreen.choose(id)}
              >
                <span>{say(title)}</span>
                {problems.length > 0 && <Tag tone="failure">{t('platforms.wrong')}</Tag>}
              </button>
            </li>
          ))}
        </ul>
      </section>
      <section aria-label={t('platforms.builtIn')}>
        <h3>{t('platforms.builtIn')}</h3>
        <ul>
          {builtIn.map(({ id, title, standard }) => (
            <li key={id}>
              <button
                type="button"
                aria-current={id === chosenId ? 'page' : undefined}
                data-testid={`choose-platform-${id}`}
                title={standard}
                onClick={() => platformsScreen.choose(id)}
              >
                <span>{say(title)}</span>
              </button>
            </li>
          ))}
        </ul>
      </section>
    </nav>
  );
}
