import { equalData, isRecord, type Data, type DataRecord } from '../data/data.ts';

/**
 * What an own platform changes of a built-in one, small enough to be read in a file: maps name what differs and null
 * takes a member away; a list whose items have names is a map of them; every other list, and what is only understood as a
 * whole (a rule, a schema), stands whole.
 */
export function changesOf(base: Data, edited: Data, place: Place = top): Data | undefined {
  if (equalData(base, edited)) return undefined;
  if (!place.isWhole && isRecord(base) && isRecord(edited)) {
    return memberChanges({ base: membersOf(base), edited: membersOf(edited), place });
  }
  const { key } = place;
  if (key !== undefined && Array.isArray(base) && Array.isArray(edited)) {
    const [one, other] = [named(base, key), named(edited, key)];
    if (one && other) {
      const changes = memberChanges({ base: one, edited: other, place });
      // A map cannot say that the order is another one: the list stands whole then.
      if (equalData(applyChanges(base, changes, place), edited)) return changes;
    }
  }
  return edited;
}

/** The base with the changes. Names that the base does not have are put behind those that it has. */
export function applyChanges(base: Data | undefined, changes: Data, place: Place = top): Data {
  if (place.isWhole || !isRecord(changes)) return changes;
  const { key } = place;
  if (key === undefined) return Object.fromEntries(applied(membersOf(base), { changes, place }));
  const items = named(Array.isArray(base) ? base : [], key);
  // No list with names to change: the map is taken as it is, and refused by whoever reads the result.
  if (!items) return changes;
  // Somebody who adds an item by hand has said its name already.
  return [...applied(items, { changes, place })].map(([name, item]) =>
    isRecord(item) && item[key] === undefined ? { [key]: name, ...item } : item,
  );
}

type Members = ReadonlyMap<string, Data>;

function applied(base: Members, { changes, place }: { changes: DataRecord; place: Place }): Members {
  const result = new Map(base);
  for (const [name, change] of Object.entries(changes)) {
    if (change === null) result.delete(name);
    else result.set(name, applyChanges(result.get(name), change, inside(place, name)));
  }
  return result;
}

function membersOf(data: Data | undefined): Members {
  return new Map(isRecord(data) ? Object.entries(data) : []);
}

interface Changing {
  readonly base: Members;
  readonly edited: Members;
  readonly place: Place;
}

function memberChanges({ base, edited, place }: Changing): DataRecord {
  const names = [...new Set([...edited.keys(), ...base.keys()])];
  return Object.fromEntries(
    names.flatMap((name): [string, Data][] => {
      const [before, after] = [base.get(name), edited.get(name)];
      if (after === undefined) return [[name, null]];
      const change = before === undefined ? after : changesOf(before, after, inside(place, name));
      return change === undefined ? [] : [[name, change]];
    }),
  );
}

/** Items by their names, a name that comes again with its number; undefined where an item has none. */
function named(items: readonly Data[], key: string): Members | undefined {
  const result = new Map<string, Data>();
  for (const item of items) {
    const name = isRecord(item) ? item[key] : undefined;
    if (typeof name !== 'string' || name === '__proto__') return undefined;
    let free = name;
    for (let number = 2; result.has(free); number += 1) free = `${name} #${number}`;
    result.set(free, item);
  }
  return result;
}

/** A place in a profile with the names of items instead of their indexes: as changes name it. */
export function namedPath(whole: Data, path: readonly (string | number)[]): readonly (string | number)[] {
  let data: Data | undefined = whole;
  let place: Place = top;
  return path.map((step) => {
    const { key } = place;
    const items: readonly Data[] = Array.isArray(data) ? data : [];
    const name = key === undefined ? undefined : [...(named(items, key)?.keys() ?? [])][Number(step)];
    place = inside(place, String(name ?? step));
    data = Array.isArray(data) ? items[Number(step)] : isRecord(data ?? null) ? (data as DataRecord)[step] : undefined;
    return name ?? step;
  });
}

/** What the base has where an edited profile has this place; items are found by their names. */
export function originalAt(
  base: Data,
  { whole, path }: { whole: Data; path: readonly (string | number)[] },
): Data | undefined {
  let data: Data | undefined = base;
  let place: Place = top;
  for (const name of namedPath(whole, path)) {
    const { key } = place;
    place = inside(place, String(name));
    if (Array.isArray(data)) {
      const items: readonly Data[] = data;
      data = key === undefined ? items[Number(name)] : named(items, key)?.get(String(name));
    } else data = isRecord(data) && Object.hasOwn(data, name) ? data[name] : undefined;
  }
  return data;
}

interface Place {
  readonly path: string;
  /** Of a list: the member that names its items. */
  readonly key: string | undefined;
  readonly isWhole: boolean;
}

const top: Place = { path: '', key: undefined, isWhole: false };

/** Lists of a profile whose items have names; `*` is any name. */
const keys: Readonly<Record<string, string>> = {
  '/header': 'name',
  '/headerRelations': 'code',
  '/keySlots': 'name',
  '/conventions': 'name',
  '/conventions/*/values': 'value',
  '/interfaces': 'id',
  '/interfaces/*/statuses/codes': 'code',
  '/statuses/codes': 'code',
  '/advice': 'code',
  '/indicators': 'name',
};
const lists = new Set(['/header', '/conventions', '/interfaces']);
const whole = new Set([
  'rule',
  'length',
  'when',
  'neededWhen',
  'options',
  'samples',
  'requestSchema',
  'responseSchema',
  'lifetime',
  'refusals',
]);

function inside({ path }: Place, name: string): Place {
  const below = lists.has(path) ? `${path}/*` : `${path}/${name}`;
  return { path: below, key: keys[below], isWhole: whole.has(name) && !lists.has(path) };
}
