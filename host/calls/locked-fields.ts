import { placeholder } from '../../shared/pipeline/hide-secrets.ts';
import type { Profile } from '../../shared/profile/profile.ts';

/**
 * Fields that were entered by hand. One that came from a record, where the name of a secret stands in its place (`‹access_token›`), is
 * filled by its rule again, with the secret of today.
 */
export function lockedFields(
  header: Readonly<Record<string, string>>,
  { header: fields }: Pick<Profile, 'header'>,
): Readonly<Record<string, string>> {
  const named = new Set(
    fields.flatMap(({ name, rule }) => {
      const secret = rule.rule === 'session' ? rule.value : rule.rule === 'secret' ? rule.slot : undefined;
      const prefix = rule.rule === 'session' ? (rule.prefix ?? '') : '';
      return secret !== undefined && header[name] === `${prefix}${placeholder(secret)}` ? [name] : [];
    }),
  );
  return Object.fromEntries(Object.entries(header).filter(([name]) => !named.has(name)));
}
