import { equalBytes } from './equal-bytes.ts';

/**
 * Remembers what was last made from bytes, newest first: for values that cost more to make than to use and are asked
 * for again and again. Nothing is kept when `make` throws.
 */
export function recentlyMade<Value>({
  size,
  make,
}: {
  readonly size: number;
  readonly make: (bytes: Uint8Array) => Value;
}): (bytes: Uint8Array) => Value {
  const entries: Array<{ readonly bytes: Uint8Array; readonly value: Value }> = [];
  return (bytes) => {
    const index = entries.findIndex((entry) => equalBytes(entry.bytes, bytes));
    const known = index < 0 ? undefined : entries.splice(index, 1)[0];
    const entry = known ?? { bytes: new Uint8Array(bytes), value: make(bytes) };
    entries.unshift(entry);
    entries.length = Math.min(entries.length, size);
    return entry.value;
  };
}
