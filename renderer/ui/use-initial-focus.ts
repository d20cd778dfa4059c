import { type RefObject, useEffect, useRef } from 'react';

/** Where a dialog opens or turns to its next step: the first field takes the focus, so that one can type at once. */
export function useInitialFocus<Container extends HTMLElement>(wanted = true): RefObject<Container | null> {
  const container = useRef<Container>(null);
  useEffect(() => {
    if (wanted) container.current?.querySelector<HTMLElement>('textarea, input:not([type="file"]), button')?.focus();
  }, [wanted]);
  return container;
}
