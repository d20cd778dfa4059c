import type { HeaderField, Profile } from './profile.ts';

/** What an environment of a platform has values for, each once: a field may travel in several ways. */
export function environmentFields({ header }: Pick<Profile, 'header'>): readonly HeaderField[] {
  const found = new Map<string, HeaderField>();
  for (const field of header) {
    if (field.rule.rule !== 'environment') continue;
    const name = field.rule.value ?? field.name;
    if (!found.has(name)) found.set(name, { ...field, name });
  }
  return [...found.values()];
}
