import { Button, Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { callerSlots } from '../../../../shared/profile/caller-slots.ts';
import type { Environment } from '../../../../shared/model/environment.ts';
import { useWorkspace } from '../../../app/queries.ts';
import { showScreen, useScreen } from '../../../app/screen-store.ts';
import { useBilingual } from '../../../i18n/use-bilingual.ts';
import { keys, useKeys } from '../../keys/keys-store.ts';
import { SlotCard } from '../../keys/slots/slot-card.tsx';
import { compose, useCompose } from '../compose-store.ts';
import type { CallFacts } from '../use-call-facts.ts';
import './keys-drawer.css';

/** The slots that the open call needs, each to be filled here, and what the environment fills in. */
export function KeysDrawer({ facts }: { readonly facts: CallFacts }) {
  const { t } = useTranslation();
  const say = useBilingual();
  const shown = useCompose((state) => state.keysShown);
  const isInFront = useScreen((state) => state.screen === 'compose');
  // Only one of them can hold the focus; the drawer is there again when the dialog closes.
  const isAsking = useKeys((state) => state.dialog !== undefined);
  const { profile, environment, conventions } = facts;
  const slots = callerSlots(profile, conventions);
  const close = () => compose.showKeys(false);

  function showAll(): void {
    close();
    if (environment) keys.choose(environment.id);
    showScreen('keys');
  }

  return (
    <Drawer
      open={shown && isInFront && !isAsking}
      onClose={close}
      title={t('keys.title')}
      size={420}
      destroyOnHidden
      classNames={{ body: 'keys-drawer' }}
    >
      {environment && (
        <>
          <h3>
            {t('keys.environment')} · {say(environment.title)}
          </h3>
          <dl>
            <dt>{t('keys.environments.url')}</dt>
            <dd>{environment.url}</dd>
            {Object.entries({ ...environment.values, ...environment.conventions }).map(([name, value]) => (
              <div key={name} className="keys-drawer-pair">
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          <h3>{t('keys.needed')}</h3>
          {slots.length === 0 && <p>{t('keys.none')}</p>}
          {slots.map((slot) => (
            <SlotCard
              key={slot.name}
              slot={slot}
              environment={environment}
              needed
              whenEmpty={<UseSample environment={environment} />}
            />
          ))}
          {environment.keys.some(({ filledBy }) => filledBy === 'sample') && (
            <p className="keys-drawer-note">{t('keys.sampleNote')}</p>
          )}
        </>
      )}
      <Button data-testid="keys-all" onClick={showAll}>
        {t('keys.showAll')}
      </Button>
    </Drawer>
  );
}

/** To try the call out before one has a key: the environment whose keys everybody knows. */
function UseSample({ environment }: { readonly environment: Environment }) {
  const { t } = useTranslation();
  const sample = useWorkspace().data?.environments.find(
    ({ platform, isSample }) => isSample && platform === environment.platform,
  );
  if (!sample || sample.id === environment.id) return null;
  return (
    <Button
      size="small"
      data-testid="use-sample"
      onClick={() => compose.change((call) => ({ ...call, environment: sample.id }))}
    >
      {t('keys.action.useSample')}
    </Button>
  );
}
