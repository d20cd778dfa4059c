import { isRecord, lineOf, type Data } from '../../../../shared/data/data.ts';
import { itemsAt } from '../fields/named-items.tsx';

/** Stands in a list of choices before the name of the convention that decides. */
export const byConvention = 'convention ';

/** A value, or the convention that decides it, as a choice has it. */
export const conventionOr = {
  toText: (value: Data | undefined): string =>
    isRecord(value) ? `${byConvention}${lineOf(value['convention'])}` : lineOf(value),
  toValue: (chosen: string): Data =>
    chosen.startsWith(byConvention) ? { convention: chosen.slice(byConvention.length) } : chosen,
};

interface Place {
  /** What the place takes; undefined: any text. */
  readonly values: readonly string[] | undefined;
  readonly chosen: Data | undefined;
}

/** Conventions all of whose values the place takes, and the one that it has. */
export function conventionsThatFit(whole: Data, { values, chosen }: Place): readonly string[] {
  const present = isRecord(chosen) ? lineOf(chosen['convention']) : undefined;
  return itemsAt(whole, ['conventions']).flatMap((item) => {
    if (!isRecord(item)) return [];
    const name = lineOf(item['name']);
    const own = itemsAt(item, ['values']).map((one) => (isRecord(one) ? lineOf(one['value']) : ''));
    const fits = values === undefined || own.every((value) => values.includes(value));
    return fits || name === present ? [name] : [];
  });
}
