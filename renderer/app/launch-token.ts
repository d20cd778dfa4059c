const storageKey = 'hufu.launchToken';

/** What a launch token is read from and kept in; `window` has all three. */
export interface TokenPlace {
  readonly location: Pick<Location, 'hash' | 'pathname' | 'search'>;
  readonly history: Pick<History, 'replaceState'>;
  readonly sessionStorage: Pick<Storage, 'getItem' | 'setItem'>;
}

/**
 * The token of this launch from the address's fragment, `#token=…`, which is then taken out of the address bar so that
 * it is not copied, bookmarked or photographed. A reload finds it in the tab's session storage.
 */
export function takeLaunchToken({ location, history, sessionStorage }: TokenPlace): string | undefined {
  const given = new URLSearchParams(location.hash.slice(1)).get('token');
  if (given === null) return sessionStorage.getItem(storageKey) ?? undefined;
  sessionStorage.setItem(storageKey, given);
  history.replaceState(null, '', `${location.pathname}${location.search}`);
  return given;
}
