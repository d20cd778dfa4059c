import { useTranslation } from 'react-i18next';
import { useCapabilities } from '../../app/queries.ts';
import { showScreen } from '../../app/screen-store.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Panel } from '../../ui/panel.tsx';

/** Where everything lies, and where the rest is set. */
export function DataSection() {
  const { t } = useTranslation();
  const { data } = useCapabilities();
  if (!data) return null;
  const { folders, exportFolder, version, engine } = data;
  const places = [
    { title: t('settings.workspace'), path: folders.workspace },
    { title: t('settings.state'), path: folders.state, hint: t('settings.stateHint') },
    { title: t('settings.exports'), path: exportFolder },
  ];
  return (
    <Panel title={t('settings.sections.data')}>
      <dl className="settings-rows">
        {places.map(({ title, path, hint }) => (
          <PathRow key={title} title={title} path={path} hint={hint} />
        ))}
        <dt>{t('settings.keptIn')}</dt>
        <dd>
          <button type="button" className="link-button" onClick={() => showScreen('history')}>
            {t('settings.keptHint')}
          </button>
        </dd>
        <dt>{t('settings.environments')}</dt>
        <dd>
          <button type="button" className="link-button" onClick={() => showScreen('keys')}>
            {t('settings.environmentsHint')}
          </button>
        </dd>
        <dt>{t('settings.version')}</dt>
        <dd>
          <code>{version}</code> · {engine.name}
        </dd>
      </dl>
    </Panel>
  );
}

function PathRow({
  title,
  path,
  hint,
}: {
  readonly title: string;
  readonly path: string;
  readonly hint?: string | undefined;
}) {
  const { t } = useTranslation();
  return (
    <>
      <dt>{title}</dt>
      <dd>
        <code>{path}</code>
        <CopyButton what={t('settings.copyPath', { title })} text={() => path} />
        {hint && <small>{hint}</small>}
      </dd>
    </>
  );
}
