import { useMemo } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { DataRecord } from '../../../shared/data/data.ts';
import type { Profile } from '../../../shared/profile/profile.ts';
import { useBilingual } from '../../i18n/use-bilingual.ts';
import { DraftContext, type DraftForm } from './draft-context.ts';
import { PlatformSections } from './platform-sections.tsx';
import { platformsScreen } from './platforms-store.ts';

/** A built-in platform, to be read: every fact with its source. */
export function PlatformView({ profile }: { readonly profile: Profile }) {
  const { t } = useTranslation();
  const say = useBilingual();
  const form = useMemo<DraftForm>(
    () => ({
      id: profile.id,
      whole: JSON.parse(JSON.stringify(profile)) as DataRecord,
      original: undefined,
      isReadOnly: true,
      problems: [],
      change: () => undefined,
    }),
    [profile],
  );
  return (
    <DraftContext value={form}>
      <header className="platform-head">
        <h2>{say(profile.title)}</h2>
        <code>{profile.id}</code>
        <span className="platform-head-note">{t('platforms.builtInNote')}</span>
        <Button
          type="primary"
          data-testid="platform-derive"
          onClick={() => platformsScreen.ask({ kind: 'new', basedOn: profile.id })}
        >
          {t('platforms.derive')}
        </Button>
      </header>
      <PlatformSections />
    </DraftContext>
  );
}
