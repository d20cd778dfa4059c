import { describe, expect, it } from 'vitest';
import { en } from './en.ts';
import { createI18n } from './i18n.ts';
import { zh } from './zh.ts';

type Tree = { readonly [key: string]: string | Tree };

function leaves(tree: Tree, path = ''): readonly (readonly [string, string])[] {
  return Object.entries(tree).flatMap(([key, value]) => {
    const place = path === '' ? key : `${path}.${key}`;
    return typeof value === 'string' ? [[place, value] as const] : leaves(value, place);
  });
}

const placeholders = (text: string) =>
  [...text.matchAll(/\{\{([^}]+)\}\}/g)]
    .map(([, name = '']) => name)
    .toSorted((left, right) => left.localeCompare(right));

describe('texts of the user interface', () => {
  const chinese = new Map(leaves(zh));
  const english = new Map(leaves(en));

  it('has every key in both languages', () => {
    expect([...english.keys()]).toEqual([...chinese.keys()]);
  });

  it('leaves no text empty and takes the same values in both', () => {
    for (const [key, text] of chinese) {
      expect(text, key).not.toBe('');
      expect(english.get(key), key).not.toBe('');
      expect(placeholders(english.get(key) ?? ''), key).toEqual(placeholders(text));
    }
  });

  it('is Chinese in the one and not in the other', () => {
    const proper = /^(?:DNS|TCP|TLS|Base64|HTTP \{\{status\}\}|\{\{[^}]+\}\}.*)$/;
    const han = /\p{Script=Han}/u;
    const notChinese = [...chinese].filter(([, text]) => !han.test(text) && !proper.test(text));
    const notEnglish = [...english].filter(([key, text]) => han.test(text) && key !== 'status.language');
    expect([...notChinese, ...notEnglish]).toEqual([]);
  });
});

it('writes clauses of standards in the language of the text', () => {
  const clause = '附录 C、D';
  const text = (language: 'zh' | 'en') => createI18n(language).t('finding.clause', { clause });
  expect([text('zh'), text('en')]).toEqual(['条款 附录 C、D', 'clause Annex C, D']);
});
