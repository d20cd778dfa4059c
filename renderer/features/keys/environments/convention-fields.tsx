import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { holds } from '../../../../shared/profile/condition.ts';
import type { Profile } from '../../../../shared/profile/profile.ts';
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
  const chosen = knownConventions(profile, value);
  const standard = knownConventions(profile, {});

  function change(name: string, text: string): void {
    const { [name]: _, ...others } = value;
    onChange(text === standard[name] ? others : { ...others, [name]: text });
  }

  return profile.conventions
    .filter(({ when }) => holds(when, chosen))
    .map(({ name, title, values, open, clause, mark }) => {
      const titleOf = (text: string | undefined) => {
        const known = values.find((one) => one.value === text);
        return known ? say(known.title) : (text ?? '');
      };
      return (
        <Field
          key={name}
          label={say(title)}
          hint={t('keys.environments.conventionHint', { clause, mark, standard: titleOf(standard[name]) })}
        >
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
