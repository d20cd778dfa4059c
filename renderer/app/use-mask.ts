import { useCallback, useMemo } from 'react';
import type { Profile } from '../../shared/profile/profile.ts';
import { personalMembers } from '../../shared/privacy/personal-members.ts';
import { maskRanges, personalRanges } from '../../shared/privacy/personal-ranges.ts';
import { usePreferences } from './preferences.ts';
import { usePlatforms } from './queries.ts';

const noProfiles: readonly Profile[] = [];

/** Names of members that hold personal data, on any platform that is known. */
export function usePersonalNames(): ReadonlySet<string> {
  const { data: profiles = noProfiles } = usePlatforms();
  return useMemo(() => personalMembers(profiles), [profiles]);
}

/**
 * The text as it may be shown: as it is, or while the screen is shared with dots for what tells of persons. `name`: of the
 * member or field whose whole value it is.
 */
export function useMask(): (text: string, name?: string) => string {
  const isOn = usePreferences((state) => state.masking);
  const names = usePersonalNames();
  return useCallback(
    (text, name) => {
      if (!isOn) return text;
      const isWhole = name !== undefined && names.has(name.toLowerCase());
      return maskRanges(text, isWhole ? [{ from: 0, to: text.length }] : personalRanges(text, names));
    },
    [isOn, names],
  );
}
