/** All ids from one to another, in whichever order they stand; just the second where the first is not listed. */
export function selectRange(ids: readonly string[], { from, to }: { from: string | undefined; to: string }): string[] {
  const [one, other] = [from === undefined ? -1 : ids.indexOf(from), ids.indexOf(to)];
  if (one < 0 || other < 0) return [to];
  return ids.slice(Math.min(one, other), Math.max(one, other) + 1);
}
