import { useEffect } from 'react';
import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { platformDraftPrefix } from '../../../shared/model/draft.ts';
import type { OpenPlatform } from '../../../shared/model/own-platform.ts';
import { equalData, type DataRecord } from '../../../shared/data/data.ts';
import type { HostClient } from '../../app/host-client.ts';
import { useHost } from '../../app/host-context.ts';
import { queryKeys } from '../../app/queries.ts';
import { platformsScreen, usePlatformsScreen, type PlatformDraft } from './platforms-store.ts';

const keptSchema = z.object({ base: z.string(), whole: z.record(z.string(), z.unknown()) });
const saveAfterMilliseconds = 400;

/** An own platform as it is being edited: its draft where there is one, else its file. Undefined while it is read. */
export function usePlatformDraft(id: string): {
  readonly draft: PlatformDraft | undefined;
  readonly error: Error | null;
} {
  const host = useHost();
  const draft = usePlatformsScreen((state) => state.drafts[id]);
  const { error } = useQuery({
    queryKey: [...queryKeys.ownPlatforms, id],
    queryFn: async () => {
      platformsScreen.opened(await readDraft(host, id));
      return id;
    },
    enabled: draft === undefined,
    gcTime: 0,
    retry: false,
  });
  useDraftKept(draft);
  return { draft, error };
}

export function isDirty({ whole, saved }: PlatformDraft): boolean {
  return whole !== saved && !equalData(whole, saved);
}

async function readDraft(host: HostClient, id: string): Promise<PlatformDraft> {
  const [file, kept] = await Promise.all([
    host.ownPlatforms.open.query(id),
    host.draft.query(`${platformDraftPrefix}${id}`),
  ]);
  const opened = draftOf(file);
  const read = kept === null ? undefined : keptSchema.safeParse(JSON.parse(kept)).data;
  return read ? { ...opened, base: read.base, whole: read.whole as DataRecord } : opened;
}

export function draftOf({ id, basedOn, digest, whole = {}, text }: OpenPlatform): PlatformDraft {
  return { id, basedOn, base: digest, whole, saved: whole, text };
}

/** What was typed is kept a moment after the last key, as long as it is in no file. */
function useDraftKept(draft: PlatformDraft | undefined): void {
  const host = useHost();
  useEffect(() => {
    if (!draft || draft.whole === draft.saved) return undefined;
    const { base, whole } = draft;
    const id = `${platformDraftPrefix}${draft.id}`;
    const keep = () =>
      isDirty(draft)
        ? host.saveDraft.mutate({ id, content: JSON.stringify({ base, whole }) })
        : host.removeDraft.mutate(id);
    const timer = setTimeout(() => void keep(), saveAfterMilliseconds);
    return () => clearTimeout(timer);
  }, [host, draft]);
}
