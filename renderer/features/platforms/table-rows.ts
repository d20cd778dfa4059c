import Papa from 'papaparse';

export type Rows = readonly (readonly string[])[];

/** `tooLarge`: no table of result codes. `quotes`: a quote that opens and does not end swallows what follows it. */
export type TableRows = { readonly rows: Rows } | { readonly refused: 'unreadable' | 'tooLarge' | 'quotes' };

/** More than any platform has codes; what is larger is another table. */
export const mostRows = 3000;
const mostColumns = 100;
/** Of a file, and of a part of it unpacked: the reader unpacks larger ones in a worker of its own, which the page does not allow. */
const largestFile = 2 * 1024 * 1024;
const largestPart = 500_000;

/** Rows of a text: comma, tab (as a sheet copies it) or semicolon, found out by itself. */
export function rowsOfText(text: string): TableRows {
  if (text.length > largestFile) return { refused: 'tooLarge' };
  const { data, errors } = Papa.parse<string[]>(text.trim(), { skipEmptyLines: 'greedy', preview: mostRows + 2 });
  if (errors.some(({ type }) => type === 'Quotes')) return { refused: 'quotes' };
  return withinLimits(data);
}

/** Rows of the first sheet of an XLSX file, or of a CSV file in UTF-8, UTF-16 or GBK. */
export async function rowsOfFile(file: File): Promise<TableRows> {
  if (file.size > largestFile) return { refused: 'tooLarge' };
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return rowsOfText(textOf(bytes));
  try {
    return await rowsOfSheet(file, bytes);
  } catch {
    return { refused: 'unreadable' };
  }
}

async function rowsOfSheet(file: File, bytes: Uint8Array): Promise<TableRows> {
  // Only whoever has such a file needs its readers.
  const [{ readSheet }, { strFromU8, unzipSync }] = await Promise.all([
    import('read-excel-file/browser'),
    import('fflate'),
  ]);
  let isLarge = false;
  const sheets = unzipSync(bytes, {
    filter({ name, originalSize }) {
      isLarge ||= originalSize > largestPart && name.endsWith('.xml');
      return !isLarge && /^xl\/worksheets\/[^/]+\.xml$/.test(name);
    },
  });
  // One cell far away is enough to make the reader fill all that is before it.
  if (isLarge || Object.values(sheets).some((sheet) => reachesFar(strFromU8(sheet)))) return { refused: 'tooLarge' };
  const rows = await readSheet(file);
  return withinLimits(
    rows.map((row) =>
      row.map((cell) => (cell === null ? '' : cell instanceof Date ? cell.toISOString() : String(cell))),
    ),
  );
}

function reachesFar(sheet: string): boolean {
  for (const [, letters = '', row] of sheet.matchAll(/\sr="([A-Z]{1,3})?(\d{1,7})"/g)) {
    const column = Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
    if (Number(row) > mostRows + 1 || column > mostColumns) return true;
  }
  return false;
}

function withinLimits(rows: Rows): TableRows {
  return rows.length > mostRows + 1 ? { refused: 'tooLarge' } : { rows };
}

function textOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  // "Unicode text" of Excel.
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // What a Chinese Excel writes as CSV.
    return new TextDecoder('gbk').decode(bytes);
  }
}
