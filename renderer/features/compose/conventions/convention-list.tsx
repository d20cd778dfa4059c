import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { isInEffect } from '../../../../shared/profile/convention-interfaces.ts';
import type { ConventionValues } from '../../../../shared/profile/conventions.ts';
import type { Convention } from '../../../../shared/profile/profile.ts';
import type { CallFacts } from '../use-call-facts.ts';
import { platformsScreen } from '../../platforms/platforms-store.ts';
import { compose } from '../compose-store.ts';
import { ConventionRow } from './convention-row.tsx';
import './convention-list.css';

const groups: readonly Convention['group'][] = ['header', 'signature', 'encryption', 'body', 'response'];

/** The choices the standard leaves open or contradicts, as far as they have an effect on this call. */
export function ConventionList({ facts: { profile, inherited, conventions, chosen } }: { readonly facts: CallFacts }) {
  const { t } = useTranslation();
  const inEffect = profile.conventions.filter((convention) => isInEffect(profile, { convention, conventions, chosen }));
  const notPrinted = inEffect.filter(({ mark }) => mark === 'A').length;
  const differing = profile.conventions.filter(({ name }) => conventions[name] !== inherited[name]).length;

  if (inEffect.length === 0 && differing === 0) return null;

  return (
    <section className="convention-list" aria-label={t('conventions.title')}>
      <header>
        <h3>{t('conventions.title')}</h3>
        {differing > 0 ? (
          <>
            <span data-testid="conventions-differing">{t('conventions.differing', { count: differing })}</span>
            <Button size="small" type="link" onClick={() => compose.change((call) => ({ ...call, conventions: {} }))}>
              {t('conventions.reset')}
            </Button>
            <Button
              size="small"
              type="link"
              data-testid="conventions-save-as"
              onClick={() =>
                platformsScreen.ask({
                  kind: 'new',
                  basedOn: profile.id,
                  defaults: differingFrom(inherited, conventions),
                })
              }
            >
              {t('platforms.saveAsMine')}
            </Button>
          </>
        ) : (
          notPrinted > 0 && <span>{t('conventions.notPrinted', { count: notPrinted })}</span>
        )}
      </header>
      {groups.map((group) => {
        const members = inEffect.filter((convention) => convention.group === group);
        return (
          members.length > 0 && (
            <div key={group} role="group" aria-label={t(`conventions.group.${group}`)}>
              <h4>{t(`conventions.group.${group}`)}</h4>
              {members.map((convention) => (
                <ConventionRow
                  key={convention.name}
                  platform={profile.id}
                  convention={convention}
                  value={conventions[convention.name] ?? ''}
                  inherited={inherited[convention.name]}
                />
              ))}
            </div>
          )
        );
      })}
    </section>
  );
}

/** The values of this call that are others than its environment has. */
function differingFrom(inherited: ConventionValues, conventions: ConventionValues): ConventionValues {
  return Object.fromEntries(Object.entries(conventions).filter(([name, value]) => inherited[name] !== value));
}
