/**
 * Values that calls took out of answers, for the calls after them, by environment. In memory only: they are the other
 * side's data and may be personal.
 */
export interface HandedOn {
  keep(environment: string, variable: { readonly name: string; readonly value: string }): void;
  values(environment: string): Readonly<Record<string, string>>;
}

export function createHandedOn(): HandedOn {
  const kept = new Map<string, Readonly<Record<string, string>>>();
  return {
    keep: (environment, { name, value }) => void kept.set(environment, { ...kept.get(environment), [name]: value }),
    values: (environment) => kept.get(environment) ?? {},
  };
}
