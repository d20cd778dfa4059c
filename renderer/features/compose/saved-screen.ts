/** What the compose screen remembers from one start to the next, besides the drafts themselves. */
export interface SavedScreen {
  readonly activeId: string | undefined;
  /** Open requests in the order of their tabs; undefined where nothing is remembered. */
  readonly tabs: readonly string[] | undefined;
  /** Requests that have a draft. */
  readonly changedIds: readonly string[];
}

/** The name under which it lies among the drafts; no request's id begins so. */
export const savedScreenId = 'screen/compose';

export function writeSavedScreen({ activeId, tabs, changedIds }: SavedScreen): string {
  return JSON.stringify({ format: 1, activeId, tabs, changedIds });
}

/** An empty screen for what cannot be read. */
export function readSavedScreen(content: string | null): SavedScreen {
  const nothing: SavedScreen = { activeId: undefined, tabs: undefined, changedIds: [] };
  if (content === null) return nothing;
  try {
    const { format, activeId, tabs, changedIds } = JSON.parse(content) as Record<string, unknown>;
    if (format !== 1 || !Array.isArray(changedIds)) return nothing;
    return {
      activeId: typeof activeId === 'string' ? activeId : undefined,
      tabs: Array.isArray(tabs) ? textsOf(tabs) : undefined,
      changedIds: textsOf(changedIds),
    };
  } catch {
    return nothing;
  }
}

function textsOf(list: readonly unknown[]): readonly string[] {
  return list.filter((one) => typeof one === 'string');
}
