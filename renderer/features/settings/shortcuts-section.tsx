import { useTranslation } from 'react-i18next';
import { usePreferences } from '../../app/preferences.ts';
import { Panel } from '../../ui/panel.tsx';
import { ShortcutTable } from './shortcut-table.tsx';

/** The keys of every action, and other ones in their place. */
export function ShortcutsSection() {
  const { t } = useTranslation();
  const keys = usePreferences((state) => state.keys);
  const resetKeys = usePreferences((state) => state.resetKeys);
  return (
    <Panel
      title={t('settings.sections.shortcuts')}
      aside={
        Object.keys(keys).length > 0 && (
          <button type="button" className="link-button" data-testid="shortcuts-reset" onClick={resetKeys}>
            {t('shortcuts.resetAll')}
          </button>
        )
      }
    >
      <ShortcutTable isEditable />
      <p>{t('shortcuts.editor')}</p>
    </Panel>
  );
}
