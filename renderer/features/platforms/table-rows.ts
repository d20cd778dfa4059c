import Papa from 'papaparse';

type Rows = readonly (readonly string[])[];

/** Rows of a text: comma, tab (as a sheet copies it) or semicolon, found out by itself. */
export function rowsOfText(text: string): Rows {
  return Papa.parse<string[]>(text.trim(), { skipEmptyLines: 'greedy' }).data;
}

/** Rows of the first sheet of an XLSX file, or of a CSV file in UTF-8 or GBK. */
export async function rowsOfFile(file: File): Promise<Rows> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return rowsOfText(textOf(bytes));
  // Only whoever has such a file needs its reader.
  const { readSheet } = await import('read-excel-file/browser');
  const rows = await readSheet(file);
  return rows.map((row) =>
    row.map((cell) => (cell === null ? '' : cell instanceof Date ? cell.toISOString() : String(cell))),
  );
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // What a Chinese Excel writes as CSV.
    return new TextDecoder('gbk').decode(bytes);
  }
}
