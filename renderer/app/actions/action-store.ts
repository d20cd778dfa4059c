import { useEffect, useRef } from 'react';
import { create } from 'zustand';
import type { ActionId } from './action-catalogue.ts';

type Handlers = Readonly<Partial<Record<ActionId, () => void>>>;

/** What the parts of the window that are on screen can do now. */
const useActions = create<{ readonly handlers: Handlers }>()(() => ({ handlers: {} }));

export function useAvailableActions(): Handlers {
  return useActions((state) => state.handlers);
}

/** False when nothing on screen can do it. */
export function runAction(id: ActionId): boolean {
  const run = useActions.getState().handlers[id];
  run?.();
  return run !== undefined;
}

/** Offers an action as long as the component is there and `run` is given. The newest one to offer it is asked. */
export function useAction(id: ActionId, run: (() => void) | undefined): void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  const isOffered = run !== undefined;
  useEffect(() => {
    if (!isOffered) return undefined;
    const handler = () => latest.current?.();
    useActions.setState(({ handlers }) => ({ handlers: { ...handlers, [id]: handler } }));
    return () =>
      useActions.setState(({ handlers }) => {
        if (handlers[id] !== handler) return {};
        const { [id]: _, ...others } = handlers;
        return { handlers: others };
      });
  }, [id, isOffered]);
}
