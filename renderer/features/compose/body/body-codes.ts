import type { TFunction } from 'i18next';
import type { Language } from '../../../../shared/bilingual.ts';
import type { Profile } from '../../../../shared/profile/profile.ts';
import { randomBytes } from '../random-bytes.ts';
import { codeAt } from './code-at.ts';
import { codeProposals } from './code-proposals.ts';
import type { Monaco } from './load-monaco.ts';

interface BodyCodesOptions {
  readonly profile: Profile;
  readonly language: Language;
  readonly t: TFunction;
}

/** Completion of values that are of a code table or have a check character. Returns a function that takes it away again. */
export function registerBodyCodes(monaco: Monaco, { profile, language, t }: BodyCodesOptions): () => void {
  const { languages, Range } = monaco;
  const { indicators } = profile;
  const completion = languages.registerCompletionItemProvider('json', {
    triggerCharacters: ['"'],
    async provideCompletionItems(model, position) {
      const place = await codeAt(model, position, indicators);
      if (place.start === undefined || place.end === undefined || model.isDisposed()) return { suggestions: [] };
      const range = Range.fromPositions(model.getPositionAt(place.start), model.getPositionAt(place.end));
      const typed = model.getValueInRange(Range.fromPositions(range.getStartPosition(), position));
      return {
        suggestions: codeProposals({ place, typed, language, t, randomBytes }).map((proposal) => ({
          ...proposal,
          range,
          kind: languages.CompletionItemKind.EnumMember,
        })),
      };
    },
  });
  return () => completion.dispose();
}
