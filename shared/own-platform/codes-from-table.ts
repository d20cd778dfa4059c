import type { DataRecord } from '../data/data.ts';

type Column = 'code' | 'meaning' | 'english' | 'advice';

/** What a column is called in the tables of standards and of platforms. */
const names: Readonly<Record<Column, RegExp>> = {
  code: /^(?:.*(?:代码|编码|码值|返回码|状态码|错误码|状态值|响应码)|码|code|status|.*code)$/i,
  english: /^(?:.*英文.*|english|en|(?:meaning|message|msg|description|text).?en)$/i,
  advice: /^(?:.*(?:建议|处理|措施|解决).*|advice|action|solution)$/i,
  meaning:
    /^(?:.*(?:含义|说明|描述|名称|信息|意义|备注|原因).*|(?:meaning|message|msg|description|text)(?:.?(?:zh|cn))?)$/i,
};

export interface CodesFromTable {
  readonly codes: readonly DataRecord[];
  /** Numbers of rows, from 1, that have no code or repeat one. */
  readonly skipped: readonly number[];
}

/**
 * Result codes out of the rows of a table, as it was copied or read from a file. A first row that names its columns says
 * which is which; without one they are code, meaning, advice.
 */
export function codesFromTable(rows: readonly (readonly string[])[]): CodesFromTable {
  const cells = isOneColumn(rows) ? rows.map(([cell = '']) => atFirstSpace(cell)) : rows.map(withoutBorders);
  const [first = []] = cells;
  const named = columnsOf(first);
  const hasNames = named.code !== undefined && named.meaning !== undefined;
  const columns: Partial<Record<Column, number>> = hasNames ? named : { code: 0, meaning: 1, advice: 2 };
  const codes = new Map<string, DataRecord>();
  const skipped: number[] = [];
  for (const [index, row] of cells.entries()) {
    if ((hasNames && index === 0) || row.every(isRule)) continue;
    const cell = (column: Column): string => row[columns[column] ?? -1]?.trim() ?? '';
    const code = cell('code');
    if (code === '' || codes.has(code)) {
      skipped.push(index + 1);
      continue;
    }
    const zh = cell('meaning');
    const advice = cell('advice');
    codes.set(code, {
      code,
      meaning: { zh, en: cell('english') === '' ? zh : cell('english') },
      ...(advice !== '' && { advice: { zh: advice, en: advice } }),
    });
  }
  return { codes: [...codes.values()], skipped };
}

/** A table of a document loses its columns when it is copied: what stands before the first space is the code. */
function isOneColumn(rows: readonly (readonly string[])[]): boolean {
  return rows.every(
    (row) => row.filter((cell) => cell.trim() !== '').length <= 1 && !row.some((cell) => cell.includes('|')),
  );
}

function atFirstSpace(cell: string): readonly string[] {
  const [, code = cell, rest = ''] = /^\s*(\S+)\s+(.*)$/.exec(cell) ?? [];
  return rest === '' ? [cell] : [code, rest];
}

/** `| 40 | 限流 |` of Markdown. */
function withoutBorders(row: readonly string[]): readonly string[] {
  const [only = '', ...more] = row;
  return more.length === 0 && /^\s*\|.*\|\s*$/.test(only) ? only.trim().slice(1, -1).split('|') : row;
}

/** Empty, or the line under the head of a Markdown table. */
function isRule(cell: string): boolean {
  return /^\s*:?-*:?\s*$/.test(cell);
}

function columnsOf(row: readonly string[]): Partial<Record<Column, number>> {
  const found: Partial<Record<Column, number>> = {};
  for (const [index, cell] of row.entries()) {
    const column = (Object.keys(names) as Column[]).find((name) => names[name].test(cell.trim()));
    if (column !== undefined) found[column] ??= index;
  }
  return found;
}
