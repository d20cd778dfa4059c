import { useTranslation } from 'react-i18next';
import { AppearanceSection } from './appearance-section.tsx';
import { DataSection } from './data-section.tsx';
import { ShortcutsSection } from './shortcuts-section.tsx';
import './settings-screen.css';

/** How one person likes the workbench on this machine, and where things are. */
export function SettingsScreen() {
  const { t } = useTranslation();
  return (
    <main className="settings-screen" aria-label={t('settings.title')} data-testid="settings-screen">
      <AppearanceSection />
      <ShortcutsSection />
      <DataSection />
    </main>
  );
}
