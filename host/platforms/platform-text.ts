import type { Profile } from '../../shared/profile/profile.ts';
import { documentText, newDocument, writeMembers } from '../yaml/write-members.ts';

/** A profile written out whole as the file of a platform would have it. */
export function platformText({ id: _, ...profile }: Profile): string {
  const document = newDocument();
  const plain = JSON.parse(JSON.stringify(profile)) as Record<string, never>;
  writeMembers(
    document,
    Object.entries(plain).map(([name, value]) => ({ name, value })),
  );
  return documentText(document);
}
