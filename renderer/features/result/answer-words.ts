import type { CallRecord } from '../../../shared/model/call-record.ts';
import type { Profile } from '../../../shared/profile/profile.ts';
import { statusesOf } from '../../../shared/profile/statuses-of.ts';
import { findSlot } from '../trace/find-slot.ts';

export interface AnswerWord {
  /** Of the header field. */
  readonly name: string;
  readonly value: string;
}

/** What the other side says of a call in its own words, as far as `said`, which stands beside them, does not say it already. */
export function answerWords(
  { response, call }: CallRecord,
  { profile, said }: { readonly profile: Profile | undefined; readonly said: string },
): readonly AnswerWord[] {
  const words = (profile && statusesOf(profile, call.interface).words) ?? [];
  const header = response ? findSlot(response, 'header') : [];
  return header
    .map(({ part }) => ({ name: part.name, value: part.excerpt }))
    .filter(({ name, value }) => value !== '' && words.includes(name) && !said.includes(value));
}
