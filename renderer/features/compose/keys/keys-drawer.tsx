import { Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { useBilingual } from '../../../i18n/use-bilingual.ts';
import { callerSlots } from '../caller-slots.ts';
import { compose, useCompose } from '../compose-store.ts';
import type { CallFacts } from '../use-call-facts.ts';
import { KeySlotRow } from './key-slot-row.tsx';
import './keys-drawer.css';

/** The environment of the open call: its keys, as far as the call needs them, and what it fills in. */
export function KeysDrawer({ facts }: { readonly facts: CallFacts }) {
  const { t } = useTranslation();
  const say = useBilingual();
  const shown = useCompose((state) => state.keysShown);
  const { profile, environment, conventions } = facts;
  const slots = callerSlots(profile, conventions);

  return (
    <Drawer
      open={shown}
      onClose={() => compose.showKeys(false)}
      title={t('keys.title')}
      size={380}
      destroyOnHidden
      classNames={{ body: 'keys-drawer' }}
    >
      {environment && (
        <>
          <p className="keys-drawer-note">{t('keys.note')}</p>
          <h3>{t('keys.needed')}</h3>
          {slots.length === 0 && <p>{t('keys.none')}</p>}
          {slots.map((slot) => (
            <KeySlotRow key={slot.name} slot={slot} environment={environment} />
          ))}
          {environment.keys.some(({ filledBy }) => filledBy === 'sample') && (
            <p className="keys-drawer-note">{t('keys.sampleNote')}</p>
          )}
          <h3>
            {t('keys.environment')} · {say(environment.title)}
          </h3>
          <dl>
            <dt>{t('keys.url')}</dt>
            <dd>{environment.url}</dd>
            {Object.entries({ ...environment.values, ...environment.conventions }).map(([name, value]) => (
              <div key={name} className="keys-drawer-pair">
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </Drawer>
  );
}
