import { type ReactNode, useState } from 'react';
import { Button, InputNumber, Switch } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { HufuErrorDetail } from '../../../shared/hufu-error.ts';
import type { Faults, SimulatorStatus } from '../../../shared/model/simulator.ts';
import type { Profile } from '../../../shared/profile/profile.ts';
import { failureFrom } from '../../app/host-failure.ts';
import { useHost } from '../../app/host-context.ts';
import { queryKeys } from '../../app/queries.ts';
import { useBilingual } from '../../i18n/use-bilingual.ts';
import { Choice } from '../../ui/choice.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { countFaults, withFault } from './active-faults.ts';
import './fault-switches.css';

interface FaultSwitchesProps {
  readonly simulator: SimulatorStatus;
  readonly profile: Profile;
}

/** What the embedded simulator does wrong on purpose. */
export function FaultSwitches({ simulator, profile }: FaultSwitchesProps) {
  const { t } = useTranslation();
  const say = useBilingual();
  const { faults, apply, failure } = useFaults(simulator);
  const set = <Name extends keyof Faults>(name: Name, value: Faults[Name] | undefined) =>
    void apply(withFault(faults, name, value));
  const responseFields = profile.header.filter(({ presence }) => presence.response);

  return (
    <div className="fault-switches">
      <p>{t('simulator.explained')}</p>
      <Row label={t('simulator.status')}>
        <Choice
          label={t('simulator.status')}
          testId="fault-status"
          value={faults.status ?? ''}
          options={[
            { value: '', label: t('simulator.statusNone') },
            ...profile.statuses.codes.map(({ code, meaning }) => ({ value: code, label: `${code} ${say(meaning)}` })),
          ]}
          onChange={(value) => set('status', value === '' ? undefined : value)}
        />
      </Row>
      <Row label={t('simulator.delay')}>
        <InputNumber
          aria-label={t('simulator.delay')}
          data-testid="fault-delay"
          min={0}
          max={600_000}
          step={500}
          precision={0}
          value={faults.delayMilliseconds ?? 0}
          onChange={(value) => set('delayMilliseconds', value ?? 0)}
        />
      </Row>
      <Row label={t('simulator.drop')}>
        <Choice
          label={t('simulator.drop')}
          testId="fault-drop"
          value={faults.drop ?? ''}
          options={[
            { value: '', label: t('simulator.dropNone') },
            { value: 'beforeAnswer', label: t('simulator.dropBefore') },
            { value: 'duringAnswer', label: t('simulator.dropDuring') },
          ]}
          onChange={(value) => set('drop', value === 'beforeAnswer' || value === 'duringAnswer' ? value : undefined)}
        />
      </Row>
      <Row label={t('simulator.wrongLength')}>
        <Choice
          label={t('simulator.wrongLength')}
          testId="fault-wrongLength"
          value={faults.wrongLength ?? ''}
          options={[
            { value: '', label: t('simulator.wrongLengthNone') },
            ...responseFields.map(({ name, title }) => ({ value: name, label: `${name} ${say(title)}` })),
          ]}
          onChange={(value) => set('wrongLength', value === '' ? undefined : value)}
        />
      </Row>
      {switches.map(({ name, text }) => (
        <Row key={name} label={t(`simulator.${text}`)}>
          <Switch
            size="small"
            aria-label={t(`simulator.${text}`)}
            data-testid={`fault-${name}`}
            checked={faults[name] ?? false}
            onChange={(on) => set(name, on)}
          />
        </Row>
      ))}
      <Button size="small" data-testid="faults-off" disabled={countFaults(faults) === 0} onClick={() => void apply({})}>
        {t('simulator.allOff')}
      </Button>
      {failure && <FailureNotice title={t('simulator.faults')} failure={failure} />}
    </div>
  );
}

const switches = [
  { name: 'flipCiphertextBit', text: 'flip' },
  { name: 'wrongKey', text: 'wrongKey' },
  { name: 'notJson', text: 'notJson' },
] as const;

function Row({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="fault-row">
      <span>{label}</span>
      {children}
    </div>
  );
}

/** The switches as they were last set here, and the host told of each change. */
function useFaults({ platform, faults }: SimulatorStatus) {
  const host = useHost();
  const queryClient = useQueryClient();
  const [failure, setFailure] = useState<HufuErrorDetail>();
  async function apply(changed: Faults): Promise<void> {
    // Shown at once; what the host has is asked for afterwards, also when it refused.
    queryClient.setQueryData<readonly SimulatorStatus[]>(queryKeys.simulators, (simulators) =>
      simulators?.map((simulator) => (simulator.platform === platform ? { ...simulator, faults: changed } : simulator)),
    );
    try {
      await host.setFaults.mutate({ platform, faults: changed });
      setFailure(undefined);
    } catch (error) {
      setFailure(failureFrom(error));
    }
    await queryClient.invalidateQueries({ queryKey: queryKeys.simulators });
  }
  return { faults, apply, failure };
}
