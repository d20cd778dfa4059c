import { interfaceFact } from '../profile/condition.ts';
import type { Profile } from '../profile/profile.ts';
import type { ProfileProblem } from './profile-problem.ts';

type Path = ProfileProblem['path'];

/**
 * Names stand once in their list, and conditions ask for what exists: in the profile, or in the one it is based on, where a
 * condition for what was taken away simply never holds.
 */
export function checkNames(profile: Profile, base: Profile | undefined): readonly ProfileProblem[] {
  const { conventions, keySlots, interfaces, statuses, indicators } = profile;
  return [
    ...repeated(conventions, { list: 'conventions', nameOf: ({ name }) => name }),
    ...repeated(keySlots, { list: 'keySlots', nameOf: ({ name }) => name }),
    ...repeated(interfaces, { list: 'interfaces', nameOf: ({ id }) => id }),
    ...repeated(statuses.codes, { list: 'statuses.codes', nameOf: ({ code }) => code }),
    ...repeated(indicators, { list: 'indicators', nameOf: ({ name }) => name }),
    ...unusableNames(profile),
    ...checkConditions(profile, []),
    ...checkConventionNames(profile, []),
  ].map((problem) => ({ severity: 'error' as const, ...problem }));

  /** Wherever a `when` or `neededWhen` stands. */
  function checkConditions(value: unknown, path: Path): readonly Problem[] {
    return membersOf(value).flatMap(([name, member]) => {
      const place = [...path, name];
      if (name === 'requestSchema' || name === 'responseSchema') return [];
      if (name !== 'when' && name !== 'neededWhen') return checkConditions(member, place);
      return [member].flat().flatMap((single: unknown) => membersOf(single).flatMap((one) => checkSingle(one, place)));
    });
  }

  function checkSingle([name, wanted]: readonly [string | number, unknown], path: Path): readonly Problem[] {
    const given = Array.isArray(wanted) ? wanted.map(String) : [];
    if (name === interfaceFact) {
      const ids = [...interfaces, ...(base?.interfaces ?? [])].map(({ id }) => id);
      return given.filter((id) => !ids.includes(id)).map((id) => unknown(path, ['接口', 'interface', id]));
    }
    const known = [...conventions, ...(base?.conventions ?? [])].filter((candidate) => candidate.name === name);
    if (known.length === 0) return [unknown(path, ['约定', 'convention', String(name)])];
    if (known.some(({ open }) => open)) return [];
    const values = new Set(known.flatMap((one) => one.values.map(({ value }) => value)));
    return given
      .filter((value) => !values.has(value))
      .map((value) => unknown(path, [`约定 ${name} 的值`, `value of convention ${name}`, value]));
  }

  /** Wherever a value stands that a convention decides: `{ convention: … }`. */
  function checkConventionNames(value: unknown, path: Path): readonly Problem[] {
    return membersOf(value).flatMap(([name, member]) => {
      if (name === 'requestSchema' || name === 'responseSchema') return [];
      if (name !== 'convention' || typeof member !== 'string') return checkConventionNames(member, [...path, name]);
      return conventions.some((candidate) => candidate.name === member)
        ? []
        : [unknown([...path, name], ['约定', 'convention', member])];
    });
  }
}

type Problem = Omit<ProfileProblem, 'severity'>;

interface Naming<Item> {
  readonly list: string;
  readonly nameOf: (item: Item) => string;
}

function repeated<Item>(items: readonly Item[], { list, nameOf }: Naming<Item>): readonly Problem[] {
  const names = items.map(nameOf);
  const last = new Map(names.map((name, index) => [name, index]));
  const seen = new Set<string>();
  const twice = new Set(names.filter((name) => seen.size === seen.add(name).size));
  return [...twice].map((name) => ({
    path: [...list.split('.'), last.get(name) ?? 0],
    text: { zh: `“${name}”出现了不止一次。`, en: `"${name}" stands more than once.` },
  }));
}

/** What every JavaScript object has already: a message by such a name would be read wrongly. */
const taken: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

function unusableNames({ header, keySlots, conventions, session }: Profile): readonly Problem[] {
  const places: readonly (readonly [Path, string])[] = [
    ...header.map(({ name }, index) => [['header', index, 'name'], name] as const),
    ...keySlots.map(({ name }, index) => [['keySlots', index, 'name'], name] as const),
    ...conventions.map(({ name }, index) => [['conventions', index, 'name'], name] as const),
    ...Object.keys(session?.values ?? {}).map((name) => [['session', 'values', name], name] as const),
  ];
  return places
    .filter(([, name]) => taken.has(name))
    .map(([path, name]) => ({
      path,
      text: { zh: `“${name}”不能作名称，请换一个。`, en: `"${name}" cannot be a name; choose another.` },
    }));
}

export function unknown(path: Path, [zh, en, name]: readonly [string, string, string]): Problem {
  return { path, text: { zh: `没有${zh}“${name}”。`, en: `There is no ${en} "${name}".` } };
}

function membersOf(value: unknown): readonly (readonly [string | number, unknown])[] {
  if (Array.isArray(value)) return value.map((item, index) => [index, item] as const);
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}
