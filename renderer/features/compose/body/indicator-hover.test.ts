import { expect, it } from 'vitest';
import { createI18n } from '../../../i18n/i18n.ts';
import { ldt6008 } from '../../../../shared/providers/ldt6008/profile.ts';
import { codeChecks } from '../../../../shared/codes/checks.ts';
import { indicatorHover } from './indicator-hover.ts';

const [number, name] = ldt6008.indicators;
const check = codeChecks.identityNumber;

it('names the indicator, judges an identity number and gives the source with its mark', () => {
  const t = createI18n('zh').getFixedT('zh');
  expect(
    indicatorHover({ indicator: number, value: '11010519491231002X', check, meaning: undefined, language: 'zh', t }),
  ).toBe('**社会保障号码** `aac002` · 18 位\n\n校验位正确。\n\n来源：LD/T 6008 6.2.2.1.1 · S 标准');
  expect(
    indicatorHover({ indicator: number, value: '110105194912310021', check, meaning: undefined, language: 'zh', t }),
  ).toContain('校验位应为 X，实际是 1');
});

it('speaks English, and judges only what is an identity number', () => {
  const t = createI18n('en').getFixedT('en');
  expect(
    indicatorHover({ indicator: name, value: '张三', check: undefined, meaning: undefined, language: 'en', t }),
  ).toBe('**name** `aac003` · 2 characters\n\nSource: LD/T 6008 6.2.2.1.1 · S standard');
  expect(indicatorHover({ indicator: number, value: '', check, meaning: undefined, language: 'en', t })).not.toContain(
    '18',
  );
});

it('says what a code stands for, and nothing of a value as markup', () => {
  const t = createI18n('zh').getFixedT('zh');
  const said = indicatorHover({
    indicator: name,
    value: '10',
    check: undefined,
    meaning: '身份*证',
    language: 'zh',
    t,
  });
  expect(said).toContain('\n\n身份\\*证\n\n');
});
