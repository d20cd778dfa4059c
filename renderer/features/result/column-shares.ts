/** The views of a call side by side: as composed or received, as signed and checked, as encrypted and read. */
export const columnNames = ['plain', 'signed', 'encrypted'] as const;
export type ColumnName = (typeof columnNames)[number];

export interface Columns {
  readonly hidden: readonly ColumnName[];
  /** Of the width, by name; whatever they sum up to. */
  readonly shares: Readonly<Record<ColumnName, number>>;
}

export const usualColumns: Columns = { hidden: [], shares: { plain: 1, signed: 1, encrypted: 1 } };

/** Of the columns that are shown. */
const leastShare = 0.12;

export interface ShownColumn {
  readonly name: ColumnName;
  /** Of the whole width, 0 to 1. */
  readonly share: number;
  /** Where it ends, 0 to 1. */
  readonly end: number;
}

/** What is seen, from left to right. */
export function shownColumns({ hidden, shares }: Columns): readonly ShownColumn[] {
  const names = columnNames.filter((name) => !hidden.includes(name));
  const total = names.reduce((sum, name) => sum + shares[name], 0);
  let end = 0;
  return names.map((name) => {
    const share = shares[name] / total;
    end += share;
    return { name, share, end };
  });
}

/** The last column cannot be hidden. */
export function toggleColumn(columns: Columns, name: ColumnName): Columns {
  if (columns.hidden.includes(name)) return { ...columns, hidden: columns.hidden.filter((one) => one !== name) };
  const hidden = [...columns.hidden, name];
  return hidden.length === columnNames.length ? columns : { ...columns, hidden };
}

/** Moves the end of a column by a part of the width; the one behind it gives or takes, the others stay. */
export function moveEnd(columns: Columns, name: ColumnName, by: number): Columns {
  const shown = shownColumns(columns);
  const at = shown.findIndex((one) => one.name === name);
  const [left, right] = [shown[at], shown[at + 1]];
  if (!left || !right) return columns;
  const both = left.share + right.share;
  const share = Math.max(leastShare, Math.min(both - leastShare, left.share + by));
  const shares = Object.fromEntries(shown.map((one) => [one.name, one.share]));
  return {
    ...columns,
    shares: { ...columns.shares, ...shares, [left.name]: share, [right.name]: both - share },
  };
}
