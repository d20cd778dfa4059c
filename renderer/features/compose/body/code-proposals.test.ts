import { expect, it } from 'vitest';
import { codeChecks } from '../../../../shared/codes/checks.ts';
import { codeTables } from '../../../../shared/codes/tables.ts';
import { db11t2290 } from '../../../../shared/providers/db11t2290/profile.ts';
import { createI18n } from '../../../i18n/i18n.ts';
import { codeAt } from './code-at.ts';
import { codeProposals } from './code-proposals.ts';

const randomBytes = (length: number) => new Uint8Array(length).fill(3);
const zh = { language: 'zh', t: createI18n('zh').getFixedT('zh'), randomBytes } as const;
const en = { language: 'en', t: createI18n('en').getFixedT('en'), randomBytes } as const;

it('offers the codes of a table by number and name, in the language of the user interface', () => {
  const place = { table: codeTables.certificateType };
  expect(codeProposals({ place, typed: '"', ...zh })[0]).toEqual({
    label: { label: '10', description: '身份证' },
    insertText: '"10"',
    filterText: '"10 身份证',
    sortText: '1 10',
    documentation: '身份证 · DB11/T 2290 6.4 CYRSFZJLX · P 公开',
  });
  expect(codeProposals({ place, typed: '1', ...en }).map(({ filterText }) => filterText)).toContain('10 identity card');
});

it('offers a synthetic number in the place of whatever stands there', () => {
  const place = { check: codeChecks.identityNumber };
  const [proposal, ...others] = codeProposals({ place, typed: '"1101', ...zh });
  expect(others).toEqual([]);
  expect(proposal).toMatchObject({ label: { label: '生成合成公民身份号码' }, filterText: '"1101' });
  expect(codeChecks.identityNumber.fault(String(JSON.parse(proposal?.insertText ?? '')))).toBeUndefined();
  expect(codeProposals({ place, typed: '', ...en })[0]?.label.label).toBe('Make a synthetic citizen identity number');
});

it('knows the place of a value, its table, and the check that the code beside it asks for', async () => {
  const text = '{ "CYRSFZJLX": "70", "CYRSFZJHM": "" }';
  const model = { getValue: () => text, getOffsetAt: ({ column }: { column: number }) => column - 1 };
  const at = (found: string, inside: number) =>
    codeAt(model, { lineNumber: 1, column: text.indexOf(found) + 1 + inside }, db11t2290.indicators);
  expect(await at('"70"', 2)).toMatchObject({
    table: codeTables.certificateType,
    check: undefined,
    start: 15,
    end: 19,
  });
  expect(await at('""', 1)).toMatchObject({ check: codeChecks.unifiedCreditCode, table: undefined });
  expect(await at('"CYRSFZJHM"', 2)).toEqual({});
});
