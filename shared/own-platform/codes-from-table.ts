import type { DataRecord } from '../data/data.ts';

type Column = 'code' | 'meaning' | 'english' | 'advice';

/** What a column is called in the tables of standards and of platforms. */
const names: Readonly<Record<Column, RegExp>> = {
  code: /^(?:.*(?:代码|编码|码值|返回码|状态码|错误码|状态值|响应码)|码|code|status|.*code)$/i,
  english: /^(?:.*英文.*|english|en|meaning.?en)$/i,
  advice: /^(?:.*(?:建议|处理|措施|解决).*|advice|action|solution)$/i,
  meaning: /^(?:.*(?:含义|说明|描述|名称|信息|意义|备注|原因).*|meaning|message|msg|description|text)$/i,
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
  const [first = []] = rows;
  const named = columnsOf(first);
  const hasNames = named.code !== undefined && named.meaning !== undefined;
  const columns: Partial<Record<Column, number>> = hasNames ? named : { code: 0, meaning: 1, advice: 2 };
  const codes = new Map<string, DataRecord>();
  const skipped: number[] = [];
  for (const [index, row] of rows.entries()) {
    if ((hasNames && index === 0) || row.every((cell) => cell.trim() === '')) continue;
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

function columnsOf(row: readonly string[]): Partial<Record<Column, number>> {
  const found: Partial<Record<Column, number>> = {};
  for (const [index, cell] of row.entries()) {
    const column = (Object.keys(names) as Column[]).find((name) => names[name].test(cell.trim()));
    if (column !== undefined) found[column] ??= index;
  }
  return found;
}
