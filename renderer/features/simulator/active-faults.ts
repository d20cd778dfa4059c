import type { Faults } from '../../../shared/model/simulator.ts';

/** How many switches are on; a delay of nothing is none. */
export function countFaults(faults: Faults): number {
  return Object.entries(faults).filter(([name, value]) => isOn(name, value)).length;
}

function isOn(name: string, value: unknown): boolean {
  if (value === undefined || value === false || value === '') return false;
  return !(name === 'delayMilliseconds' && value === 0);
}

/** The faults with one switch moved; a switch that is off is not there at all. */
export function withFault<Name extends keyof Faults>(
  faults: Faults,
  name: Name,
  value: Faults[Name] | undefined,
): Faults {
  const { [name]: _, ...others } = faults;
  return isOn(name, value) ? { ...others, [name]: value } : others;
}
