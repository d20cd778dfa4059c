import type { RequestFolder } from '../../../../shared/model/workspace.ts';
import type { Profile } from '../../../../shared/profile/profile.ts';

/**
 * The folders with only those requests that hold every word of `text`: in their titles (either language), their id, the
 * interface's title and codes, or their folder's title. Letter case does not matter.
 */
export function filterRequests(
  folders: readonly RequestFolder[],
  { text, platforms }: { readonly text: string; readonly platforms: readonly Profile[] },
): readonly RequestFolder[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return folders;
  return folders
    .map((folder) => ({
      ...folder,
      requests: folder.requests.filter(({ id, title, call }) => {
        const profile = platforms.find((candidate) => candidate.id === call.platform);
        const chosen = profile?.interfaces.find((candidate) => candidate.id === call.interface);
        const haystack = [
          id,
          title.zh,
          title.en,
          folder.title.zh,
          folder.title.en,
          call.interface,
          chosen?.title.zh,
          chosen?.title.en,
          ...Object.values(chosen?.header ?? {}),
          ...Object.values(call.header),
        ]
          .join('\n')
          .toLowerCase();
        return words.every((word) => haystack.includes(word));
      }),
    }))
    .filter(({ requests }) => requests.length > 0);
}
