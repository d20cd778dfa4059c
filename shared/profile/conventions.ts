import { HufuError } from '../hufu-error.ts';
import { listed } from '../listed.ts';
import type { Profile } from './profile.ts';

/** A value for every convention of a profile. Truth values are the texts `true` and `false`. */
export type ConventionValues = Readonly<Record<string, string>>;

/** What a user may give: texts, or truth values as JSON has them. */
export type ConventionChoices = Readonly<Record<string, string | boolean>>;

/** The profile's defaults with the user's choices laid over them. Throws for an unknown convention or value. */
export function resolveConventions(profile: Profile, choices: ConventionChoices): ConventionValues {
  const values: Record<string, string> = {};
  for (const { name, values: allowed } of profile.conventions) values[name] = allowed[0]?.value ?? '';

  for (const [name, choice] of Object.entries(choices)) {
    const convention = profile.conventions.find((candidate) => candidate.name === name);
    if (!convention) throw unknownConvention(profile, name);
    const value = String(choice);
    if (!convention.open && !convention.values.some((candidate) => candidate.value === value)) {
      const expected = convention.values.map((candidate) => candidate.value);
      throw new HufuError({
        code: 'convention.unknownValue',
        field: name,
        clause: convention.clause,
        text: {
          zh: `约定 ${name} 没有取值“${value}”，可取：${listed(expected, 'zh')}。`,
          en: `Convention ${name} has no value "${value}"; it takes ${listed(expected, 'en')}.`,
        },
      });
    }
    values[name] = value;
  }
  return values;
}

function unknownConvention(profile: Profile, name: string): HufuError {
  const known = profile.conventions.map((convention) => convention.name);
  return new HufuError({
    code: 'convention.unknown',
    field: name,
    text: {
      zh: `${profile.id} 没有名为“${name}”的约定，有：${listed(known, 'zh')}。`,
      en: `${profile.id} has no convention named "${name}"; it has ${listed(known, 'en')}.`,
    },
  });
}
