import type { Finding } from '../finding.ts';
import { checkField } from './check-header.ts';
import { environmentFields } from './environment-fields.ts';
import type { Profile } from './profile.ts';

/**
 * What the platform would refuse about the values of an environment (`appCode`). They may be kept all the same: to see a
 * wrong one refused is a use of the tool.
 */
export function environmentFindings(profile: Profile, values: Readonly<Record<string, string>>): readonly Finding[] {
  return environmentFields(profile)
    .filter(({ name }) => (values[name] ?? '') !== '')
    .flatMap((field) =>
      checkField(field, values[field.name] ?? '').map((finding) => ({ ...finding, field: field.name })),
    );
}
