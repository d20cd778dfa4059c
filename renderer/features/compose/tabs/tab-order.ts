/** The requests that are open, in the order of their tabs. */
export interface Tabs {
  readonly ids: readonly string[];
  /** A tab that was opened to look at: the next one to look at takes its place. Kept once it is changed or asked for. */
  readonly glance: string | undefined;
  /** Tabs that were closed, the last one last, so that they can be opened again. */
  readonly closed: readonly string[];
}

export const noTabs: Tabs = { ids: [], glance: undefined, closed: [] };

const longestMemory = 20;

interface Opening {
  /** The tab in front: a new one stands behind it. */
  readonly after: string | undefined;
  readonly isGlance: boolean;
}

export function openTab(tabs: Tabs, id: string, { after, isGlance }: Opening): Tabs {
  const closed = tabs.closed.filter((one) => one !== id);
  if (tabs.ids.includes(id)) return isGlance ? { ...tabs, closed } : keepTab({ ...tabs, closed }, id);
  if (isGlance && tabs.glance !== undefined) {
    return { ids: tabs.ids.map((one) => (one === tabs.glance ? id : one)), glance: id, closed };
  }
  const place = after === undefined ? tabs.ids.length : tabs.ids.indexOf(after) + 1 || tabs.ids.length;
  return { ids: tabs.ids.toSpliced(place, 0, id), glance: isGlance ? id : tabs.glance, closed };
}

/** The tab stays until it is closed. */
export function keepTab(tabs: Tabs, id: string): Tabs {
  return tabs.glance === id ? { ...tabs, glance: undefined } : tabs;
}

export function closeTabs(tabs: Tabs, closing: readonly string[]): Tabs {
  return {
    ids: tabs.ids.filter((id) => !closing.includes(id)),
    glance: tabs.glance !== undefined && closing.includes(tabs.glance) ? undefined : tabs.glance,
    closed: [...tabs.closed, ...tabs.ids.filter((id) => closing.includes(id))].slice(-longestMemory),
  };
}

/** What comes to the front when `id` is closed among others: the nearest tab behind it, else before it, that stays. */
export function nextInFront({ ids }: Tabs, id: string, closing: readonly string[]): string | undefined {
  const at = ids.indexOf(id);
  const stays = (one: string): boolean => !closing.includes(one);
  return ids.slice(at + 1).find(stays) ?? ids.slice(0, Math.max(0, at)).findLast(stays);
}

export function renameTab(tabs: Tabs, id: string, newId: string): Tabs {
  return {
    ids: [...new Set(tabs.ids.map((one) => (one === id ? newId : one)))],
    glance: tabs.glance === id ? undefined : tabs.glance,
    closed: tabs.closed.filter((one) => one !== id && one !== newId),
  };
}

/** In front of another tab; behind all without one. */
export function moveTab(tabs: Tabs, id: string, before: string | undefined): Tabs {
  if (id === before || !tabs.ids.includes(id)) return tabs;
  const others = tabs.ids.filter((one) => one !== id);
  const place = before === undefined ? others.length : others.indexOf(before);
  return place === -1 ? tabs : { ...tabs, ids: others.toSpliced(place, 0, id) };
}

/** The tab `steps` further on, round the ends. */
export function tabBeside({ ids }: Tabs, id: string | undefined, steps: number): string | undefined {
  const at = id === undefined ? -1 : ids.indexOf(id);
  return at === -1 ? ids[0] : ids[(at + steps + ids.length) % ids.length];
}
