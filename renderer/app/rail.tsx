import { useState } from 'react';
import { Popover } from 'antd';
import {
  Blocks,
  type LucideIcon,
  PanelLeftClose,
  PanelLeftOpen,
  History,
  KeyRound,
  SendHorizontal,
  Settings,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { TallyMark } from '../ui/tally-mark.tsx';
import { Toggle } from '../ui/toggle.tsx';
import { usePreferences } from './preferences.ts';
import { type ScreenName, showScreen, useScreen } from './screen-store.ts';
import './rail.css';

const screens: readonly { readonly name: ScreenName; readonly Icon: LucideIcon }[] = [
  { name: 'compose', Icon: SendHorizontal },
  { name: 'history', Icon: History },
  { name: 'keys', Icon: KeyRound },
  { name: 'platforms', Icon: Blocks },
];

/** The screens that exist, the list's fold, and the settings. */
export function Rail() {
  const { t } = useTranslation();
  const shown = usePreferences((state) => state.collectionShown);
  const setShown = usePreferences((state) => state.setCollectionShown);
  const screen = useScreen((state) => state.screen);
  const Fold = shown ? PanelLeftClose : PanelLeftOpen;
  const foldLabel = t(shown ? 'rail.collectionHide' : 'rail.collectionShow');
  return (
    <nav className="rail" aria-label={t('rail.label')}>
      <span className="rail-mark" title={t('product')}>
        <TallyMark size={22} />
        <b>{t('product')}</b>
      </span>
      {screens.map(({ name, Icon }) => (
        <button
          key={name}
          type="button"
          aria-current={name === screen ? 'page' : undefined}
          data-testid={`rail-${name}`}
          onClick={() => showScreen(name)}
        >
          <Icon size={17} aria-hidden />
          {t(`rail.${name}`)}
        </button>
      ))}
      <span className="rail-gap" />
      {screen === 'compose' && (
        <button
          type="button"
          aria-label={foldLabel}
          title={foldLabel}
          aria-expanded={shown}
          onClick={() => setShown(!shown)}
        >
          <Fold size={17} aria-hidden />
        </button>
      )}
      <SettingsButton />
    </nav>
  );
}

function SettingsButton() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="rightBottom"
      title={t('settings.title')}
      content={<SettingsForm />}
    >
      <button type="button" aria-expanded={open} data-testid="settings">
        <Settings size={17} aria-hidden />
        {t('rail.settings')}
      </button>
    </Popover>
  );
}

function SettingsForm() {
  const { t } = useTranslation();
  const { language, theme, setLanguage, setTheme } = usePreferences();
  return (
    <div className="settings-form">
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
      <p>{t('settings.note')}</p>
    </div>
  );
}
