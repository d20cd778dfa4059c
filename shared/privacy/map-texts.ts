import { hideBytes } from '../pipeline/hide-secrets.ts';

/** Plain data with every text in it changed, in bytes that are UTF-8 too; names of members stay. */
export function mapTexts<Data>(data: Data, change: (text: string) => string): Data {
  const map = (value: unknown): unknown => {
    if (typeof value === 'string') return change(value);
    if (Array.isArray(value)) return value.map(map);
    if (value instanceof Uint8Array) return hideBytes(value, change);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, map(member)]));
  };
  return map(data) as Data;
}
