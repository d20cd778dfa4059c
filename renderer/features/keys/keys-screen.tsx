import { useTranslation } from 'react-i18next';
import type { Workspace } from '../../../shared/model/workspace.ts';
import type { Profile } from '../../../shared/profile/profile.ts';
import { failureFrom } from '../../app/host-failure.ts';
import { useKeyRing, useVaultStatus } from '../../app/queries.ts';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { SplitPane } from '../../ui/split-pane.tsx';
import { EnvironmentList } from './environments/environment-list.tsx';
import { EnvironmentPanel } from './environments/environment-panel.tsx';
import { useKeys } from './keys-store.ts';
import { RingTable } from './ring/ring-table.tsx';
import { VaultPanel } from './vault/vault-panel.tsx';
import './keys-screen.css';

interface KeysScreenProps {
  readonly workspace: Workspace;
  readonly platforms: readonly Profile[];
}

/** The vault, the environments with the slots they need filled, and every key there is. */
export function KeysScreen({ workspace, platforms }: KeysScreenProps) {
  const { t } = useTranslation();
  const { environments, problems } = workspace;
  const wished = useKeys((state) => state.environment);
  const view = useKeys((state) => state.view);
  const environment = environments.find(({ id }) => id === wished) ?? environments[0];
  const profile = platforms.find(({ id }) => id === environment?.platform);
  const { error } = useKeyRing();

  return (
    <main className="keys-screen" aria-label={t('rail.keys')} data-testid="keys-screen">
      <VaultPanel />
      <SplitPane
        name="environments"
        direction="row"
        sized="first"
        initial="clamp(170px, 18%, 240px)"
        minimum={{ sized: 150, rest: 420 }}
        first={<EnvironmentList environments={environments} platforms={platforms} chosenId={environment?.id} />}
        second={
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls and must be reachable (WCAG 2.1.1)
          <div className="keys-content" role="group" aria-label={t('keys.content')} tabIndex={0}>
            {error && <FailureNotice title={t('keys.ring.notRead')} failure={failureFrom(error)} />}
            {problems.map((problem) => (
              <FailureNotice
                key={`${problem.code} ${problem.text.en}`}
                title={t('keys.environments.notRead')}
                failure={problem}
              />
            ))}
            {view === 'ring' ? (
              <Ring />
            ) : (
              environment &&
              profile && <EnvironmentPanel key={environment.id} environment={environment} profile={profile} />
            )}
          </div>
        }
      />
    </main>
  );
}

function Ring() {
  const { t } = useTranslation();
  const { data: vault } = useVaultStatus();
  const { ring } = useKeyRing();
  if (ring) return <RingTable ring={ring} />;
  const words = { locked: 'keys.ring.locked', damaged: 'keys.ring.unreadable' } as const;
  const state = vault?.state;
  return (
    <p className="ring-nothing">{t(state === 'locked' || state === 'damaged' ? words[state] : 'keys.ring.nothing')}</p>
  );
}
