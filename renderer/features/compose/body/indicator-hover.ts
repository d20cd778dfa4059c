import type { TFunction } from 'i18next';
import type { Language } from '../../../../shared/bilingual.ts';
import { checkIdentityNumber } from '../../../../shared/code-tables/identity-number.ts';
import type { Indicator } from '../../../../shared/profile/profile.ts';

interface HoverFacts {
  readonly indicator: Indicator;
  /** Undefined for what is neither a text nor a number. */
  readonly value: string | undefined;
  readonly language: Language;
  readonly t: TFunction;
}

/** What is known about a member of the body, as Markdown: its name, whether its value can be right, where it is from. */
export function indicatorHover({ indicator, value, language, t }: HoverFacts): string {
  const { title, name, mark, source, check } = indicator;
  const characters = value === undefined ? '' : ` · ${t('body.hover.characters', { count: [...value].length })}`;
  const verdict = check === 'identityNumber' && value !== undefined && value !== '' ? identityText(value, t) : '';
  return [
    `**${title[language]}** \`${name}\`${characters}`,
    ...(verdict === '' ? [] : [escapeMarkdown(verdict)]),
    `${t('body.hover.source', { source })} · ${mark} ${t(`mark.${mark}`)}`,
  ].join('\n\n');
}

function identityText(value: string, t: HoverFacts['t']): string {
  const result = checkIdentityNumber(value);
  switch (result.verdict) {
    case 'right':
      return t('body.hover.identityRight');
    case 'length':
      return t('body.hover.identityLength', { found: result.found });
    case 'characters':
      return t('body.hover.identityCharacters');
    case 'birthDate':
      return t('body.hover.identityBirthDate', { found: result.found });
    case 'checkCharacter':
      return t('body.hover.identityCheckCharacter', { expected: result.expected, found: result.found });
  }
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+!<>|]/g, '\\$&');
}
