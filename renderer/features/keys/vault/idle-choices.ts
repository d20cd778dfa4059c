const offered = [5, 15, 30, 60, 240, 1440, 0] as const;

/** Minutes to choose from; a value that another program set is among them. 0, never, is the last. */
export function idleChoices(present: number): readonly number[] {
  const choices = new Set<number>([...offered, present]);
  return [...choices].toSorted((left, right) => (left || Infinity) - (right || Infinity));
}
