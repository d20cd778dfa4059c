import type { TFunction } from 'i18next';
import type { Language } from '../../../../shared/bilingual.ts';
import type { CodeCheck } from '../../../../shared/codes/checks.ts';
import type { Indicator } from '../../../../shared/profile/profile.ts';

interface HoverFacts {
  readonly indicator: Indicator;
  /** Undefined for what is neither a text nor a number. */
  readonly value: string | undefined;
  /** What the value must pass. */
  readonly check: CodeCheck | undefined;
  /** What the value stands for in the member's code table. */
  readonly meaning: string | undefined;
  readonly language: Language;
  readonly t: TFunction;
}

/** What is known about a member of the body, as Markdown: its name, whether its value can be right, where it is from. */
export function indicatorHover({ indicator, value, check, meaning, language, t }: HoverFacts): string {
  const { title, name, mark, source } = indicator;
  const characters = value === undefined ? '' : ` · ${t('body.hover.characters', { count: [...value].length })}`;
  const verdict = check && value ? (check.fault(value)?.message[language] ?? t('body.hover.codeRight')) : '';
  return [
    `**${title[language]}** \`${name}\`${characters}`,
    ...[meaning ?? '', verdict].filter((text) => text !== '').map(escapeMarkdown),
    `${t('body.hover.source', { source })} · ${mark} ${t(`mark.${mark}`)}`,
  ].join('\n\n');
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+!<>|]/g, '\\$&');
}
