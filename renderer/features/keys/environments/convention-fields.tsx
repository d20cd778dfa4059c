import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { conventionInterfaces, isInEffect } from '../../../../shared/profile/convention-interfaces.ts';
import type { Interface, Profile } from '../../../../shared/profile/profile.ts';
import { listed } from '../../../../shared/listed.ts';
import { usePreferences } from '../../../app/preferences.ts';
import { useBilingual } from '../../../i18n/use-bilingual.ts';
import { Choice } from '../../../ui/choice.tsx';
import { Field } from '../../../ui/field.tsx';
import { knownConventions } from '../known-conventions.ts';

interface ConventionFieldsProps {
  readonly profile: Profile;
  /** Those that differ from the profile's. */
  readonly value: Readonly<Record<string, string>>;
  readonly onChange: (value: Readonly<Record<string, string>>) => void;
}

/** What the two sides agree on, for all calls of the environment; the profile's own value is not kept. */
export function ConventionFields({ profile, value, onChange }: ConventionFieldsProps) {
  const { t } = useTranslation();
  const say = useBilingual();
  const language = usePreferences((state) => state.language);
  const chosen = knownConventions(profile, value);
  const standard = knownConventions(profile, {});

  function change(name: string, text: string): void {
    const { [name]: _, ...others } = value;
    onChange(text === standard[name] ? others : { ...others, [name]: text });
  }

  /** Of one that matters to some calls only: to which. */
  function scopeOf(interfaces: readonly Interface[]): string {
    if (interfaces.length === 0 || interfaces.length === profile.interfaces.length) return '';
    const others = profile.interfaces.filter((one) => !interfaces.includes(one));
    const [key, some] =
      others.length < interfaces.length ? (['notFor', others] as const) : (['onlyFor', interfaces] as const);
    const names = listed(
      some.map((one) => say(one.title)),
      language,
    );
    return t(`keys.environments.${key}`, { names });
  }

  return profile.conventions
    .filter((convention) => isInEffect(profile, { convention, conventions: chosen }))
    .map((convention) => {
      const { name, title, values, open, clause, mark } = convention;
      const titleOf = (text: string | undefined) => {
        const known = values.find((one) => one.value === text);
        return known ? say(known.title) : (text ?? '');
      };
      const scope = scopeOf(conventionInterfaces(profile, { convention, conventions: chosen }));
      const hint = t('keys.environments.conventionHint', { clause, mark, standard: titleOf(standard[name]) });
      return (
        <Field key={name} label={say(title)} hint={scope === '' ? hint : `${hint} · ${scope}`}>
          {(control) =>
            open ? (
              <Input
                {...control}
                className="code-input"
                data-testid={`environment-convention-${name}`}
                value={chosen[name] ?? ''}
                spellCheck={false}
                onChange={({ target }) => change(name, target.value)}
              />
            ) : (
              <Choice
                label={say(title)}
                testId={`environment-convention-${name}`}
                value={chosen[name] ?? ''}
                options={values.map((one) => ({ value: one.value, label: say(one.title) }))}
                onChange={(text) => change(name, text)}
              />
            )
          }
        </Field>
      );
    });
}
