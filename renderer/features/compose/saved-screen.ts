/** What the compose screen remembers from one start to the next, besides the drafts themselves. */
export interface SavedScreen {
  readonly activeId: string | undefined;
  /** Requests that have a draft. */
  readonly changedIds: readonly string[];
}

/** The name under which it lies among the drafts; no request's id begins so. */
export const savedScreenId = 'screen/compose';

export function writeSavedScreen({ activeId, changedIds }: SavedScreen): string {
  return JSON.stringify({ format: 1, activeId, changedIds });
}

/** An empty screen for what cannot be read. */
export function readSavedScreen(content: string | null): SavedScreen {
  const nothing: SavedScreen = { activeId: undefined, changedIds: [] };
  if (content === null) return nothing;
  try {
    const { format, activeId, changedIds } = JSON.parse(content) as Record<string, unknown>;
    if (format !== 1 || !Array.isArray(changedIds)) return nothing;
    return {
      activeId: typeof activeId === 'string' ? activeId : undefined,
      changedIds: changedIds.filter((id): id is string => typeof id === 'string'),
    };
  } catch {
    return nothing;
  }
}
