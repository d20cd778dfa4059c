import { showPalette } from '../../features/palette/palette-store.ts';
import { showShortcuts } from '../../features/settings/shortcuts-dialog.tsx';
import { nextTheme, usePreferences } from '../preferences.ts';
import { showScreen } from '../screen-store.ts';
import { useAction } from './action-store.ts';

/** What the window can do whatever is on screen. */
export function useWindowActions(): void {
  const { language, theme, masking, collectionShown, setLanguage, setTheme, setMasking, setCollectionShown } =
    usePreferences();
  useAction('openPalette', () => showPalette('all'));
  useAction('openRequest', () => showPalette('requests'));
  useAction('showShortcuts', showShortcuts);
  useAction('showCompose', () => showScreen('compose'));
  useAction('showHistory', () => showScreen('history'));
  useAction('showKeyRing', () => showScreen('keys'));
  useAction('showPlatforms', () => showScreen('platforms'));
  useAction('showSettings', () => showScreen('settings'));
  useAction('toggleCollection', () => setCollectionShown(!collectionShown));
  useAction('toggleMasking', () => setMasking(!masking));
  useAction('toggleLanguage', () => setLanguage(language === 'zh' ? 'en' : 'zh'));
  useAction('nextTheme', () => setTheme(nextTheme[theme]));
}
