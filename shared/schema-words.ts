import type { z } from 'zod';
import { en, zhCN } from 'zod/locales';
import type { Bilingual } from './bilingual.ts';
import { listed } from './listed.ts';

type Issue = z.core.$ZodRawIssue;

const chinese = zhCN().localeError;
const english = en().localeError;

/** What a schema refuses, in words that a reader without types in mind understands; in those of zod where there are none here. */
export function schemaWords(issue: Issue): Bilingual {
  return wordsOf(issue) ?? { zh: textOf(chinese(issue)), en: textOf(english(issue)) };
}

function wordsOf(issue: Issue): Bilingual | undefined {
  switch (issue.code) {
    case 'invalid_type': {
      const expected = typeNamed(issue.expected);
      if (issue.input === undefined)
        return { zh: `没有这一项，应是${expected.zh}`, en: `is missing; it must be ${expected.en}` };
      const found = typeNamed(typeOf(issue.input));
      return { zh: `应是${expected.zh}，实际是${found.zh}`, en: `must be ${expected.en} and is ${found.en}` };
    }
    case 'invalid_value': {
      const values = issue.values.map((value) => (typeof value === 'string' ? value : String(value)));
      return values.length === 1
        ? { zh: `应是 ${values[0]}`, en: `must be ${values[0]}` }
        : { zh: `应是其中之一：${listed(values, 'zh')}`, en: `must be one of ${listed(values, 'en')}` };
    }
    case 'too_big': {
      const limit = String(issue.maximum);
      if (issue.origin === 'string') return { zh: `最多 ${limit} 个字符`, en: `may have at most ${limit} characters` };
      if (issue.origin === 'array') return { zh: `最多 ${limit} 项`, en: `may have at most ${limit} items` };
      return issue.inclusive
        ? { zh: `应不大于 ${limit}`, en: `must be at most ${limit}` }
        : { zh: `应小于 ${limit}`, en: `must be less than ${limit}` };
    }
    case 'too_small': {
      const limit = String(issue.minimum);
      if (issue.origin === 'string')
        return { zh: `至少 ${limit} 个字符`, en: `must have at least ${limit} characters` };
      if (issue.origin === 'array') return { zh: `至少 ${limit} 项`, en: `must have at least ${limit} items` };
      return issue.inclusive
        ? { zh: `应不小于 ${limit}`, en: `must be at least ${limit}` }
        : { zh: `应大于 ${limit}`, en: `must be greater than ${limit}` };
    }
    case 'unrecognized_keys':
      return {
        zh: `有不认识的成员：${listed(issue.keys, 'zh')}`,
        en: `has unknown members: ${listed(issue.keys, 'en')}`,
      };
    default:
      return undefined;
  }
}

const types: Readonly<Record<string, Bilingual>> = {
  string: { zh: '文本', en: 'text' },
  number: { zh: '数字', en: 'a number' },
  int: { zh: '整数', en: 'a whole number' },
  boolean: { zh: 'true 或 false', en: 'true or false' },
  object: { zh: '对象', en: 'an object' },
  record: { zh: '对象', en: 'an object' },
  array: { zh: '列表', en: 'a list' },
  null: { zh: '空值（null）', en: 'null' },
};

function typeNamed(type: string): Bilingual {
  return types[type] ?? { zh: ` ${type}`, en: type };
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

function textOf(said: string | { readonly message: string } | undefined | null): string {
  return typeof said === 'string' ? said : (said?.message ?? '');
}
