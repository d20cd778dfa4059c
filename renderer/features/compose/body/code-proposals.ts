import type { TFunction } from 'i18next';
import type { Language } from '../../../../shared/bilingual.ts';
import type { RandomBytes } from '../../../../shared/crypto/engine.ts';
import type { CodeAtPlace } from './code-at.ts';

export interface CodeProposal {
  readonly label: { readonly label: string; readonly description: string };
  readonly insertText: string;
  /** What is compared with the text from the value's beginning to the cursor. */
  readonly filterText: string;
  readonly sortText: string;
  readonly documentation: string;
}

interface ProposalFacts {
  readonly place: CodeAtPlace;
  /** From the value's beginning, with its quote, to the cursor. */
  readonly typed: string;
  readonly language: Language;
  readonly t: TFunction;
  readonly randomBytes: RandomBytes;
}

/** What a value may be: the codes of its table, and a synthetic number drawn for this occasion. */
export function codeProposals({ place, typed, language, t, randomBytes }: ProposalFacts): readonly CodeProposal[] {
  const { check, table } = place;
  const quote = typed.startsWith('"') ? '"' : '';
  const codes = (table?.entries() ?? []).map(({ code, title, source, mark }) => ({
    label: { label: code, description: title[language] },
    insertText: JSON.stringify(code),
    filterText: `${quote}${code} ${title[language]}`,
    sortText: `1 ${code}`,
    documentation: `${title[language]} · ${source} · ${mark} ${t(`mark.${mark}`)}`,
  }));
  if (!check) return codes;
  const number = check.synthetic(randomBytes);
  return [
    {
      label: { label: t('body.codes.synthetic', { kind: check.title[language] }), description: number },
      insertText: JSON.stringify(number),
      // Whatever stands there is to be replaced.
      filterText: typed,
      sortText: '0',
      documentation: t('body.codes.invented', { clause: check.clause }),
    },
    ...codes,
  ];
}
