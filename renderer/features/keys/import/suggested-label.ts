import type { FoundKey } from '../../../../shared/model/key.ts';

interface LabelSources {
  readonly found: FoundKey | undefined;
  readonly fileName: string | undefined;
  readonly slotTitle: string;
  readonly now: Date;
}

const commonName = /(?:^|,\s*)CN=((?:\\.|[^,+\\])+)/i;

/** A name for a new key: what its file or certificate calls it, else what it is for and the day it came. */
export function suggestedLabel({ found, fileName, slotTitle, now }: LabelSources): string {
  const subject = found?.certificate?.subject;
  const named = found?.name ?? (subject === undefined ? undefined : (commonName.exec(subject)?.[1] ?? subject));
  const fromFile = fileName?.replace(/\.[^.]{1,5}$/, '');
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0'));
  return (named ?? fromFile ?? `${slotTitle} ${day.join('-')}`).trim().slice(0, 200);
}
