import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Environment } from '../../../../shared/model/environment.ts';
import { useHost } from '../../../app/host-context.ts';
import { useKeyRing } from '../../../app/queries.ts';
import { useTask } from '../../../app/use-task.ts';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { useRefreshKeys } from '../use-refresh-keys.ts';

/** The origins that the environment's own keys may be used toward; another one is asked for when it is first called. */
export function OriginList({ environment: { id } }: { readonly environment: Environment }) {
  const { t } = useTranslation();
  const host = useHost();
  const refresh = useRefreshKeys();
  const { isRunning, failure, run } = useTask();
  const { ring } = useKeyRing();
  const origins = ring?.environments.find(({ environment }) => environment === id)?.origins ?? [];
  if (origins.length === 0) return null;

  const disallow = (origin: string) =>
    void run(async () => {
      await host.keys.disallowOrigin.mutate({ environment: id, origin });
      await refresh();
    });

  return (
    <div>
      <dt>{t('keys.environments.origins')}</dt>
      <dd>
        <ul className="origin-list" data-testid="origins">
          {origins.map((origin) => (
            <li key={origin}>
              <code>{origin}</code>
              <IconButton
                label={t('keys.environments.disallow', { origin })}
                disabled={isRunning}
                onClick={() => disallow(origin)}
              >
                <X size={12} aria-hidden />
              </IconButton>
            </li>
          ))}
        </ul>
        {failure && <FailureNotice title={t('keys.environments.origins')} failure={failure} />}
      </dd>
    </div>
  );
}
