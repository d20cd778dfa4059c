import { useTranslation } from 'react-i18next';
import { sizes, usePreferences } from '../../app/preferences.ts';
import { Panel } from '../../ui/panel.tsx';
import { Toggle } from '../../ui/toggle.tsx';

/** Language, theme, size of everything on screen. */
export function AppearanceSection() {
  const { t } = useTranslation();
  const { language, theme, size, setLanguage, setTheme, setSize } = usePreferences();
  return (
    <Panel title={t('settings.sections.appearance')}>
      <div className="settings-rows">
        <span>{t('settings.language')}</span>
        <Toggle
          label={t('settings.language')}
          value={language}
          options={[
            { value: 'zh', label: '中文' },
            { value: 'en', label: 'English' },
          ]}
          onChange={setLanguage}
        />
        <span>{t('settings.theme')}</span>
        <Toggle
          label={t('settings.theme')}
          value={theme}
          options={[
            { value: 'light', label: t('settings.light') },
            { value: 'dark', label: t('settings.dark') },
            { value: 'system', label: t('settings.system') },
          ]}
          onChange={setTheme}
        />
        <span>{t('settings.size')}</span>
        <Toggle
          label={t('settings.size')}
          value={String(size)}
          options={sizes.map((percent) => ({ value: String(percent), label: `${percent} %` }))}
          onChange={(percent) => setSize(Number(percent))}
        />
        <p>{t('settings.note')}</p>
      </div>
    </Panel>
  );
}
