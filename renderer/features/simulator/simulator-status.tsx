import { useState } from 'react';
import { Popover } from 'antd';
import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Profile } from '../../../shared/profile/profile.ts';
import { useSimulators } from '../../app/queries.ts';
import { useBilingual } from '../../i18n/use-bilingual.ts';
import { activeCallOf, useCompose } from '../compose/compose-store.ts';
import { countFaults } from './active-faults.ts';
import { FaultSwitches } from './fault-switches.tsx';

/** In the status line: where the simulator listens, and, not to be overlooked, whether it fails on purpose. */
export function SimulatorState({ platforms }: { readonly platforms: readonly Profile[] }) {
  const { t } = useTranslation();
  const say = useBilingual();
  const { data: simulators } = useSimulators();
  const [open, setOpen] = useState(false);
  // That of the platform on screen.
  const platform = useCompose((state) => activeCallOf(state)?.platform);
  const simulator = simulators?.find((one) => one.platform === platform) ?? simulators?.[0];
  const profile = platforms.find(({ id }) => id === simulator?.platform);
  if (!simulator || !profile) return <span>{t('simulator.none')}</span>;
  const count = countFaults(simulator.faults);
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="topLeft"
      title={t('simulator.faults')}
      content={<FaultSwitches simulator={simulator} profile={profile} />}
    >
      <button type="button" data-testid="simulator" aria-expanded={open} title={t('simulator.faults')}>
        <i className="status-dot" data-tone={count > 0 ? 'failure' : 'decrypted'} aria-hidden />
        {t('simulator.running', { standard: profile.standard.replace(/—.*/, '') || say(profile.title) })}{' '}
        {new URL(simulator.url).host}
        {count > 0 && (
          <b data-testid="faults-on">
            <TriangleAlert size={12} aria-hidden /> {t('simulator.faultsOn', { count })}
          </b>
        )}
      </button>
    </Popover>
  );
}
