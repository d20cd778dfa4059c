import { useEffect, useState } from 'react';
import { Button, Popover } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Timer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { SessionState as OpenSession } from '../../../shared/model/session.ts';
import type { Session } from '../../../shared/profile/profile.ts';
import { useHost } from '../../app/host-context.ts';
import { queryKeys } from '../../app/queries.ts';
import { useBilingual } from '../../i18n/use-bilingual.ts';
import { MarkTag } from '../../ui/mark-tag.tsx';
import { Moment } from '../../ui/moment.tsx';
import { lifeLeft } from './life-left.ts';
import './session-state.css';

interface SessionStateProps {
  readonly environment: string;
  readonly session: Session;
}

/** Whether there is a session for the open call, and how long it lives; its facts, and the way to end it. */
export function SessionState({ environment, session }: SessionStateProps) {
  const { t } = useTranslation();
  const say = useBilingual();
  const host = useHost();
  const queryClient = useQueryClient();
  const queryKey = [...queryKeys.sessions, environment];
  const { data = [] } = useQuery({
    queryKey,
    queryFn: async ({ signal }): Promise<readonly OpenSession[]> => host.sessions.query(environment, { signal }),
    // The command line and another window open and end sessions too.
    refetchOnWindowFocus: 'always',
  });
  const newest = data.toSorted((one, other) => other.expiresAt - one.expiresAt)[0];
  const now = useClock(newest?.expiresAt);
  const left = newest && lifeLeft(newest.expiresAt - now);
  const words = left ? t(`session.${left.unit}`, { count: left.count }) : t('session.none');

  async function forget(): Promise<void> {
    await host.forgetSessions.mutate(environment);
    await queryClient.invalidateQueries({ queryKey });
  }

  return (
    <Popover
      trigger="click"
      placement="topLeft"
      title={t('session.title')}
      content={
        <div className="explained session-facts">
          {newest && left ? (
            <>
              <p>
                {t('session.opened')} <Moment at={newest.openedAt} />
              </p>
              <p>
                {t('session.expires')} <Moment at={newest.expiresAt} />
              </p>
              <p>{t(`session.kept.${newest.kept}`)}</p>
            </>
          ) : (
            <p>{t('session.noneHint')}</p>
          )}
          <p>
            {say(session.note)} <MarkTag mark={session.mark} />
          </p>
          {session.clause && <p>{t('header.clause', { clause: session.clause })}</p>}
          <Button size="small" disabled={!left} data-testid="session-forget" onClick={() => void forget()}>
            {t('session.forget')}
          </Button>
        </div>
      }
    >
      <button type="button" data-testid="session-state" aria-label={`${t('session.title')} ${words}`}>
        <Timer size={12} aria-hidden />
        {t('session.short')} {words}
      </button>
    </Popover>
  );
}

/** Now, told anew as often as what is left of a life is said in other words. */
function useClock(until: number | undefined): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (until === undefined) return undefined;
    let timer: ReturnType<typeof setTimeout>;
    const tick = () => {
      const at = Date.now();
      setNow(at);
      const left = lifeLeft(until - at);
      if (left) timer = setTimeout(tick, left.unit === 'seconds' ? 1000 : 20_000);
    };
    tick();
    return () => clearTimeout(timer);
  }, [until]);
  return now;
}
