import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { isRecord, type Data } from '../../../../shared/data/data.ts';
import { useDraft, useDraftPlace } from '../draft-context.ts';
import { DraftChoice } from '../fields/draft-choice.tsx';
import { DraftData } from '../fields/draft-data.tsx';
import { DraftSource } from '../fields/draft-source.tsx';
import { DraftText } from '../fields/draft-text.tsx';
import { namesIn } from '../fields/named-items.tsx';

/** How a session is opened, how long it lives, what its refusal looks like. */
export function SessionSection() {
  const { t } = useTranslation();
  const { whole } = useDraft();
  const { value, set, isReadOnly } = useDraftPlace(['session']);
  const interfaces = namesIn(whole, { list: 'interfaces', nameAt: 'id' });

  if (value === undefined) {
    return (
      <div className="draft-fields">
        <p>{t('platforms.noSession')}</p>
        {!isReadOnly && (
          <Button
            data-testid="platform-add-session"
            onClick={() =>
              set({
                interface: interfaces[0] ?? '',
                values: { token: '/token' },
                lifetime: { seconds: 7200 },
                refusals: [],
              })
            }
          >
            {t('platforms.addSession')}
          </Button>
        )}
      </div>
    );
  }
  const lifetime = isRecord(value) ? value['lifetime'] : undefined;
  const isSaid = isRecord(lifetime) && 'at' in lifetime;
  return (
    <div className="draft-fields">
      <DraftChoice
        path={['session', 'interface']}
        label={t('platforms.opening')}
        options={interfaces.map((id) => ({ value: id, label: id }))}
      />
      <DraftData
        path={['session', 'values']}
        label={t('platforms.sessionValues')}
        hint={t('platforms.sessionValuesHint')}
        rows={3}
      />
      <DraftData
        path={['session', 'openValues']}
        label={t('platforms.openValues')}
        hint={t('platforms.openValuesHint')}
        isOptional
        rows={1}
      />
      <div className="draft-row">
        <DraftChoice
          path={['session', 'lifetime']}
          label={t('platforms.lifetime')}
          options={[
            { value: 'seconds', label: t('platforms.lifetimeFixed') },
            { value: 'at', label: t('platforms.lifetimeSaid') },
          ]}
          toText={() => (isSaid ? 'at' : 'seconds')}
          toValue={(chosen): Data => (chosen === 'at' ? { at: '/expires_in', otherwise: 7200 } : { seconds: 7200 })}
        />
        {isSaid ? (
          <>
            <DraftText path={['session', 'lifetime', 'at']} label={t('platforms.lifetimeAt')} />
            <DraftText path={['session', 'lifetime', 'otherwise']} label={t('platforms.otherwise')} isNumber />
          </>
        ) : (
          <DraftText path={['session', 'lifetime', 'seconds']} label={t('platforms.seconds')} isNumber />
        )}
      </div>
      <DraftData
        path={['session', 'refusals']}
        label={t('platforms.refusals')}
        hint={t('platforms.refusalsHint')}
        rows={3}
      />
      <DraftSource path={['session']} />
      {!isReadOnly && (
        <Button danger onClick={() => set(undefined)}>
          {t('platforms.removeSession')}
        </Button>
      )}
    </div>
  );
}
