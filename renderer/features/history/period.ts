export const periods = ['all', 'today', 'week', 'month', 'custom'] as const;
export type Period = (typeof periods)[number];

interface TimeRange {
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

const daysBack = { today: 0, week: 6, month: 29 } as const;

/** Whole days in the clock of this machine, today among them. */
export function rangeOfPeriod(period: keyof typeof daysBack, now: Date): TimeRange {
  return {
    from: new Date(now.getFullYear(), now.getMonth(), now.getDate() - daysBack[period]).getTime(),
    to: undefined,
  };
}

/** From the first moment of one day to the last of another, as `<input type="date">` gives them: `2026-07-30` or empty. */
export function rangeOfDays(days: { readonly from: string; readonly to: string }): TimeRange {
  return { from: startOf(days.from, 0), to: startOf(days.to, 1) };
}

function startOf(day: string, later: number): number | undefined {
  const [year, month, date] = day.split('-').map(Number);
  if (year === undefined || month === undefined || date === undefined) return undefined;
  return new Date(year, month - 1, date + later).getTime();
}
