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
import { usePreferences } from './preferences.ts';
import { type ScreenName, showScreen, useScreen } from './screen-store.ts';
import './rail.css';

const screens: readonly { readonly name: ScreenName; readonly Icon: LucideIcon }[] = [
  { name: 'compose', Icon: SendHorizontal },
  { name: 'history', Icon: History },
  { name: 'keys', Icon: KeyRound },
  { name: 'platforms', Icon: Blocks },
];

/** The screens that exist, and the list's fold. */
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
      <button
        type="button"
        aria-current={screen === 'settings' ? 'page' : undefined}
        data-testid="rail-settings"
        onClick={() => showScreen('settings')}
      >
        <Settings size={17} aria-hidden />
        {t('rail.settings')}
      </button>
    </nav>
  );
}
