import { isRecord, type Data, type DataRecord } from './data.ts';

export type DataPath = readonly (string | number)[];

export function valueAt(data: Data | undefined, path: DataPath): Data | undefined {
  let found = data;
  for (const name of path) {
    found = Array.isArray(found) ? (found as readonly Data[])[Number(name)] : memberOf(found, String(name));
  }
  return found;
}

/** The data with another value at a place; maps on the way are made, undefined takes a member or item away. */
export function withValueAt(data: Data | undefined, path: DataPath, value: Data | undefined): Data {
  const [name, ...rest] = path;
  if (name === undefined) return value ?? null;
  const isLast = rest.length === 0;
  if (Array.isArray(data)) {
    const items: readonly Data[] = data;
    const index = Number(name);
    if (isLast && value === undefined) return items.filter((_, place) => place !== index);
    return items.map((item, place) => (place === index ? withValueAt(item, rest, value) : item));
  }
  const record = isRecord(data ?? null) ? (data as DataRecord) : {};
  if (isLast && value === undefined) {
    return Object.fromEntries(Object.entries(record).filter(([member]) => member !== String(name)));
  }
  return { ...record, [name]: withValueAt(memberOf(record, String(name)), rest, value) };
}

function memberOf(data: Data | undefined, name: string): Data | undefined {
  return isRecord(data) && Object.hasOwn(data, name) ? data[name] : undefined;
}
