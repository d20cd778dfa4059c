import type { Bilingual } from '../bilingual.ts';
import type { Mark } from '../finding.ts';
import { allDivisions, divisionName } from './divisions.ts';
import type { CodeCheckName, CodeTableName } from './names.ts';

export interface CodeEntry {
  readonly code: string;
  readonly title: Bilingual;
  readonly mark: Mark;
  readonly source: string;
  /** What a number of this kind is, in a member whose check is decided by this table. */
  readonly check?: CodeCheckName;
}

export interface CodeTable {
  readonly title: Bilingual;
  /** False where codes are known to exist whose meaning is not: another code is no mistake then. */
  readonly isComplete: boolean;
  readonly mark: Mark;
  readonly source: string;
  readonly entries: () => readonly CodeEntry[];
  readonly find: (code: string) => Pick<CodeEntry, 'title' | 'check'> | undefined;
}

/** The tables that the domain's sources give. What they leave open is left open here. */
export const codeTables: Readonly<Record<CodeTableName, CodeTable>> = {
  division: {
    title: { zh: '行政区划代码', en: 'division code' },
    isComplete: true,
    mark: 'S',
    source: 'GB/T 2260',
    entries: () => {
      divisionEntries ??= allDivisions().map(({ fullName, ...rest }) => ({
        ...rest,
        title: { zh: fullName, en: fullName },
      }));
      return divisionEntries;
    },
    find: (code) => {
      const name = divisionName(code);
      return name === undefined ? undefined : { title: { zh: name, en: name } };
    },
  },
  certificateType: listedTable({
    title: { zh: '证件类型', en: 'type of document' },
    isComplete: true,
    mark: 'P',
    source: 'DB11/T 2290 6.4 CYRSFZJLX',
    codes: [
      ['10', '身份证', 'identity card', 'identityNumber'],
      ['40', '其他个人证件', 'another personal document'],
      ['50', '组织机构代码', 'organisation code'],
      ['70', '统一社会信用代码', 'unified social credit code', 'unifiedCreditCode'],
      ['80', '其他', 'other'],
    ],
  }),
  holderCodeType: listedTable({
    title: { zh: '持证主体代码类型', en: "type of the holder's code" },
    isComplete: false,
    mark: 'F',
    source: 'GB/T 36906',
    codes: [['111', '公民身份号码', 'citizen identity number', 'identityNumber']],
  }),
  licenceUse: listedTable({
    title: { zh: '申请理由', en: 'reason' },
    // 03 exists, its wording is lost.
    isComplete: false,
    mark: 'S',
    source: 'DB51/T 2942 6.2–6.5',
    codes: [
      ['01', '共享应用', 'sharing'],
      ['02', '亮证应用', 'showing'],
      ['99', '其他', 'other'],
    ],
  }),
};

let divisionEntries: readonly CodeEntry[] | undefined;

interface Listed extends Omit<CodeTable, 'entries' | 'find'> {
  readonly codes: readonly (readonly [code: string, zh: string, en: string, check?: CodeCheckName])[];
}

function listedTable({ codes, ...table }: Listed): CodeTable {
  const { mark, source } = table;
  const entries = codes.map(([code, zh, en, check]) => ({
    code,
    title: { zh, en },
    mark,
    source,
    ...(check && { check }),
  }));
  return { ...table, entries: () => entries, find: (code) => entries.find((entry) => entry.code === code) };
}

/** Entries whose code or name holds what was typed, those whose code begins with it first. */
export function searchEntries(table: CodeTable, typed: string): readonly CodeEntry[] {
  const wanted = typed.trim().toLowerCase();
  const found = table
    .entries()
    .filter(({ code, title }) => [code, title.zh, title.en].some((text) => text.toLowerCase().includes(wanted)));
  const begins = ({ code }: CodeEntry) => (code.startsWith(wanted) ? 0 : 1);
  return found.toSorted((one, other) => begins(one) - begins(other));
}
