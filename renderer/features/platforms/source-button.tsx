import { useState } from 'react';
import { Button, Popover } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Bilingual } from '../../../shared/bilingual.ts';
import type { Mark } from '../../../shared/finding.ts';
import { useOwnPlatforms } from '../../app/queries.ts';
import { showScreen } from '../../app/screen-store.ts';
import { useBilingual } from '../../i18n/use-bilingual.ts';
import { MarkTag } from '../../ui/mark-tag.tsx';
import { platformsScreen, type PlatformPlace } from './platforms-store.ts';
import './source-button.css';

interface SourceButtonProps {
  /** What the fact is about, for assistive technology. */
  readonly label: string;
  readonly platform: string;
  readonly place: PlatformPlace;
  readonly clause: string;
  readonly mark: Mark;
  readonly note?: Bilingual | undefined;
  readonly isShort?: boolean;
}

/**
 * How a fact is known, and the way to change it: in the platform's own file, or in a platform of one's own that is based
 * on it.
 */
export function SourceButton({ label, platform, place, clause, mark, note, isShort = false }: SourceButtonProps) {
  const { t } = useTranslation();
  const say = useBilingual();
  const [open, setOpen] = useState(false);
  const { data: own } = useOwnPlatforms();
  const files = own?.files ?? [];
  const isOwn = files.some(({ id }) => id === platform);
  const based = files.filter(({ basedOn }) => basedOn === platform);

  function go(id: string): void {
    setOpen(false);
    platformsScreen.showPlace(id, place);
    showScreen('platforms');
  }

  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="right"
      content={
        <div className="source-facts">
          <p>
            <MarkTag mark={mark} /> {t(`markExplained.${mark}`)}
          </p>
          {clause !== '' && <p>{t('header.clause', { clause })}</p>}
          {note && say(note) !== '' && <p>{say(note)}</p>}
          {isOwn ? (
            <Button size="small" data-testid="source-edit" onClick={() => go(platform)}>
              {t('platforms.editHere')}
            </Button>
          ) : (
            <>
              {based.map(({ id, title }) => (
                <Button key={id} size="small" onClick={() => go(id)}>
                  {t('platforms.editIn', { title: say(title) })}
                </Button>
              ))}
              <Button
                size="small"
                data-testid="source-edit"
                onClick={() => {
                  setOpen(false);
                  platformsScreen.ask({ kind: 'new', basedOn: platform, place });
                }}
              >
                {t('platforms.editInNew')}
              </Button>
            </>
          )}
        </div>
      }
    >
      <button
        type="button"
        className="source-button"
        aria-expanded={open}
        aria-label={t('platforms.sourceOf', { label, mark: t(`mark.${mark}`) })}
        data-testid={`source-${place.item ?? place.section}`}
      >
        <MarkTag mark={mark} isShort={isShort} />
      </button>
    </Popover>
  );
}
