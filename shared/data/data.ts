/** What JSON can say, as plain values. */
export type Data = string | number | boolean | null | readonly Data[] | DataRecord;
export interface DataRecord {
  readonly [name: string]: Data;
}

/** Equal with the order of lists, whatever the order of members; a member that is undefined is none. */
export function equalData(one: Data | undefined, other: Data | undefined): boolean {
  if (one === other) return true;
  if (isList(one) || isList(other)) {
    if (!isList(one) || !isList(other) || one.length !== other.length) return false;
    return one.every((item, index) => equalData(item, other[index]));
  }
  if (!isRecord(one) || !isRecord(other)) return false;
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].every((name) => equalData(one[name], other[name]));
}

export function isRecord(value: unknown): value is DataRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isList(value: Data | undefined): value is readonly Data[] {
  return Array.isArray(value);
}

/** As it is shown in one line: a text as it is, nothing as nothing, all else as JSON. */
export function lineOf(value: Data | undefined): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
