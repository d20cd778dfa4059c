import { useState } from 'react';
import { Button } from 'antd';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Environment } from '../../../../shared/model/environment.ts';
import type { Profile } from '../../../../shared/profile/profile.ts';
import { useBilingual } from '../../../i18n/use-bilingual.ts';
import { knownConventions } from '../known-conventions.ts';
import { keys } from '../keys-store.ts';
import { SlotCard } from '../slots/slot-card.tsx';
import { slotGroups } from '../slots/slot-groups.ts';
import { OriginList } from './origin-list.tsx';
import './environment-panel.css';

interface EnvironmentPanelProps {
  readonly environment: Environment;
  readonly profile: Profile;
}

/** One environment: where and as whom it calls, to which hosts its keys may go, and every key slot. */
export function EnvironmentPanel({ environment, profile }: EnvironmentPanelProps) {
  const { t } = useTranslation();
  const say = useBilingual();
  const [othersShown, setOthersShown] = useState(false);
  const { id, title, url, values, conventions, isSample } = environment;
  const { needed, others } = slotGroups(profile, {
    conventions: knownConventions(profile, conventions),
    transport: environment.transport,
  });
  const titleOfField = (name: string) => {
    const field = profile.header.find((candidate) => candidate.name === name);
    return field ? `${say(field.title)} ${name}` : name;
  };

  return (
    <div className="environment-panel">
      <header>
        <h2 data-testid="environment-title">{say(title)}</h2>
        {isSample ? (
          <span className="environment-note">{t('keys.environments.sampleNote')}</span>
        ) : (
          <>
            <Button size="small" data-testid="environment-edit" onClick={() => keys.ask({ kind: 'environment', id })}>
              {t('keys.environments.edit')}…
            </Button>
            <Button
              size="small"
              danger
              data-testid="environment-remove"
              onClick={() => keys.ask({ kind: 'removeEnvironment', id })}
            >
              {t('keys.environments.remove')}…
            </Button>
          </>
        )}
      </header>
      <dl className="environment-facts">
        <dt>{t('keys.environments.url')}</dt>
        <dd>
          <code>{url}</code>
        </dd>
        {Object.entries(values).map(([name, value]) => (
          <div key={name}>
            <dt>{titleOfField(name)}</dt>
            <dd>
              <code>{value}</code>
            </dd>
          </div>
        ))}
        {Object.entries(conventions).map(([name, value]) => (
          <div key={name}>
            <dt>{conventionTitle(profile, name, say)}</dt>
            <dd>
              <code>{value}</code>
            </dd>
          </div>
        ))}
        <OriginList environment={environment} />
      </dl>
      <h3>{t('keys.needed')}</h3>
      {needed.length === 0 && <p className="environment-note">{t('keys.none')}</p>}
      {needed.map((slot) => (
        <SlotCard key={`${id}/${slot.name}`} slot={slot} environment={environment} needed />
      ))}
      {others.length > 0 && (
        <button
          type="button"
          className="fold-button"
          aria-expanded={othersShown}
          data-testid="other-slots"
          onClick={() => setOthersShown(!othersShown)}
        >
          {othersShown ? <ChevronDown size={12} aria-hidden /> : <ChevronRight size={12} aria-hidden />}
          {t('keys.otherSlots', { count: others.length })}
        </button>
      )}
      {othersShown &&
        others.map(({ slot, why }) => (
          <SlotCard
            key={`${id}/${slot.name}`}
            slot={slot}
            environment={environment}
            needed={false}
            note={t(`keys.notNeeded.${why}`)}
          />
        ))}
    </div>
  );
}

function conventionTitle(profile: Profile, name: string, say: ReturnType<typeof useBilingual>): string {
  const convention = profile.conventions.find((candidate) => candidate.name === name);
  return convention ? say(convention.title) : name;
}
