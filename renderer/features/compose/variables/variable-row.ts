/** Variables as they are being typed: names may be empty or repeat for a while. */
export interface VariableRow {
  readonly name: string;
  readonly value: string;
}

export function asRows(variables: Readonly<Record<string, string>>): readonly VariableRow[] {
  return Object.entries(variables).map(([name, value]) => ({ name, value }));
}

/** Rows without a name are left out; of two with one name the last counts. */
export function asRecord(rows: readonly VariableRow[]): Record<string, string> {
  return Object.fromEntries(rows.filter(({ name }) => name !== '').map(({ name, value }) => [name, value]));
}

/** What a name is made of, as `variablesSchema` has it. */
export function isVariableName(name: string): boolean {
  return /^[\p{L}_][\p{L}\p{N}_.-]{0,99}$/u.test(name);
}
