import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Environment } from '../../../../shared/model/environment.ts';
import type { KeySlot } from '../../../../shared/profile/profile.ts';
import type { Tone } from '../../../app/palette.ts';
import { useKeyRing } from '../../../app/queries.ts';
import { useBilingual } from '../../../i18n/use-bilingual.ts';
import { Moment } from '../../../ui/moment.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { FindingList } from '../../trace/finding-list.tsx';
import { KeyFact, KeyFacts } from '../key-facts.tsx';
import { slotContent } from '../ring/slot-content.ts';
import { type FilledBy, filledBy } from './filled-by.ts';
import { SlotActions } from './slot-actions.tsx';
import { SlotVersions } from './slot-versions.tsx';
import './slot-card.css';

const tones: Readonly<Record<FilledBy, Tone>> = {
  sample: 'plain',
  session: 'decrypted',
  vault: 'decrypted',
  locked: 'encrypted',
  unreadable: 'failure',
  nothing: 'failure',
};

interface SlotCardProps {
  readonly slot: KeySlot;
  readonly environment: Environment;
  /** Whether the caller's steps read the slot; an empty one that nobody needs is no fault. */
  readonly needed: boolean;
  /** Why it is not needed. */
  readonly note?: string;
  /** Besides importing and generating, where nothing fills the slot. */
  readonly whenEmpty?: ReactNode;
}

/** One key slot: what it is for, what fills it, and what can be done about it. */
export function SlotCard({ slot, environment, needed, note, whenEmpty }: SlotCardProps) {
  const { t } = useTranslation();
  const say = useBilingual();
  const { ring } = useKeyRing();
  const place = { environment: environment.id, slot: slot.name };
  const state = filledBy(environment, slot.name);
  const { versions, active, findings } = slotContent(ring, place);
  return (
    <section className="slot-card" aria-label={say(slot.title)} data-testid={`slot-${slot.name}`}>
      <header>
        <h4>{say(slot.title)}</h4>
        <code>{slot.name}</code>
        <Tag tone={state === 'nothing' && !needed ? 'plain' : tones[state]} testId={`key-state-${slot.name}`}>
          {t(`keys.filledBy.${state}`)}
        </Tag>
        {active && state === 'vault' && <b data-testid={`key-label-${slot.name}`}>{active.key.label}</b>}
      </header>
      {state === 'nothing' && needed && <p>{t('keys.slotEmpty')}</p>}
      <div className="slot-card-line">
        <p className="slot-card-purpose">
          {t(`keys.algorithm.${slot.algorithm}`)} · {t(`keys.holder.${slot.holder}`)}
          {slot.clause !== '' && ` · ${t('header.clause', { clause: slot.clause })}`}
          {note !== undefined && ` · ${note}`}
        </p>
        <SlotActions slot={slot} place={place} state={state} active={active?.key} whenEmpty={whenEmpty} />
      </div>
      {active && state === 'vault' && (
        <KeyFacts description={active.key}>
          <KeyFact name={t('keys.fact.created')}>
            <Moment at={active.key.createdAt} />
          </KeyFact>
          <KeyFact name={t('keys.fact.lastUsed')}>
            {active.key.lastUsedAt === undefined ? t('keys.never') : <Moment at={active.key.lastUsedAt} />}
          </KeyFact>
        </KeyFacts>
      )}
      <FindingList findings={[...(active?.key.findings ?? []), ...findings]} />
      <SlotVersions place={place} versions={versions} activeId={active?.key.id} />
    </section>
  );
}
