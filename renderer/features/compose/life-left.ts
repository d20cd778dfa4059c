export interface LifeLeft {
  readonly unit: 'hours' | 'minutes' | 'seconds';
  readonly count: number;
}

/** What is left of a session's life in words as coarse as they may be; nothing when it is over. */
export function lifeLeft(milliseconds: number): LifeLeft | undefined {
  const seconds = Math.floor(milliseconds / 1000);
  if (seconds <= 0) return undefined;
  if (seconds < 120) return { unit: 'seconds', count: seconds };
  const minutes = Math.floor(seconds / 60);
  return minutes < 120 ? { unit: 'minutes', count: minutes } : { unit: 'hours', count: Math.floor(minutes / 60) };
}
