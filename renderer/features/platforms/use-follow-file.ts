import { useEffect, useEffectEvent } from 'react';
import type { OwnPlatformSummary } from '../../../shared/model/own-platform.ts';
import { platformsScreen } from './platforms-store.ts';

interface FollowedFile {
  readonly file: OwnPlatformSummary;
  /** Digest of the file that the draft was made from. */
  readonly base: string;
  readonly dirty: boolean;
}

/** What others change in a file is seen at once, as long as nothing of one's own would be lost by it. */
export function useFollowFile({ file: { id, digest }, base, dirty }: FollowedFile): void {
  const follow = useEffectEvent((now: string) => {
    if (now !== base && !dirty) platformsScreen.forget(id);
  });
  // Only when the file changes: after saving, the draft is ahead of what the list says for a moment.
  useEffect(() => follow(digest), [digest]);
}
