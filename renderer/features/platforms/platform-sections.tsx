import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Tag } from '../../ui/tag.tsx';
import { startsWith, useDraft } from './draft-context.ts';
import { platformsScreen, sectionNames, usePlatformsScreen, type SectionName } from './platforms-store.ts';
import { ConventionsSection } from './sections/conventions-section.tsx';
import { HeaderSection } from './sections/header-section.tsx';
import { InterfacesSection } from './sections/interfaces-section.tsx';
import { KeySlotsSection } from './sections/key-slots-section.tsx';
import { OverviewSection } from './sections/overview-section.tsx';
import { SessionSection } from './sections/session-section.tsx';
import { StatusesSection } from './sections/statuses-section.tsx';
import { StepsSection } from './sections/steps-section.tsx';

interface PlatformSectionsProps {
  /** The file as a text; a platform without a file has none. */
  readonly text?: ReactNode;
}

/** The parts of a platform, one at a time. */
export function PlatformSections({ text }: PlatformSectionsProps) {
  const { t } = useTranslation();
  const { problems } = useDraft();
  const wished = usePlatformsScreen((state) => state.section);
  const names = sectionNames.filter((name) => name !== 'text' || text !== undefined);
  const section = names.find((name) => name === wished) ?? 'overview';
  const wrong = (name: SectionName) => problems.filter(({ path }) => startsWith(path, [name])).length;
  return (
    <>
      <div className="platform-tabs" role="tablist" aria-label={t('platforms.sections')}>
        {names.map((name) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`platform-tab-${name}`}
            aria-selected={name === section}
            aria-controls="platform-section"
            tabIndex={name === section ? 0 : -1}
            data-testid={`platform-section-${name}`}
            onClick={() => platformsScreen.showSection(name)}
            onKeyDown={({ key, currentTarget }) => moveFocus(currentTarget, key)}
          >
            {t(`platforms.section.${name}`)}
            {wrong(name) > 0 && <Tag tone="failure">{wrong(name)}</Tag>}
          </button>
        ))}
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls and must be reachable (WCAG 2.1.1) */}
      <div
        id="platform-section"
        className="platform-section"
        role="tabpanel"
        aria-labelledby={`platform-tab-${section}`}
        tabIndex={0}
      >
        {section === 'text' ? text : contentOf(section)}
      </div>
    </>
  );
}

function contentOf(section: Exclude<SectionName, 'text'>): ReactNode {
  switch (section) {
    case 'overview':
      return <OverviewSection />;
    case 'header':
      return <HeaderSection />;
    case 'steps':
      return <StepsSection />;
    case 'conventions':
      return <ConventionsSection />;
    case 'keySlots':
      return <KeySlotsSection />;
    case 'session':
      return <SessionSection />;
    case 'interfaces':
      return <InterfacesSection />;
    case 'statuses':
      return <StatusesSection />;
  }
}

function moveFocus(tab: HTMLElement, key: string): void {
  const next = key === 'ArrowRight' ? tab.nextElementSibling : key === 'ArrowLeft' ? tab.previousElementSibling : null;
  if (next instanceof HTMLElement) {
    next.focus();
    next.click();
  }
}
