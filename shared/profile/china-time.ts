import type { ClockFormat } from './profile.ts';

/** The standards print times without a zone; all parties are on China time, UTC+8, which has no summer time (mark I). */
const offsetMilliseconds = 8 * 60 * 60 * 1000;

/** The last second that fourteen digits can name: 9999-12-31 23:59:59 in UTC+8. */
export const latestClock = Date.UTC(9999, 11, 31, 15, 59, 59);

/** `yyyyMMddHHmmss` of an instant (milliseconds since 1970-01-01T00:00:00Z) in UTC+8. */
function chinaTime(clock: number): string {
  return new Date(clock + offsetMilliseconds).toISOString().replace(/\D/g, '').slice(0, 14);
}

/** `yyyyMMdd` in UTC+8. */
export function chinaDay(clock: number): string {
  return chinaTime(clock).slice(0, 8);
}

/** True when 14 digits name a moment that exists: not 30 February, not 25 o'clock. */
export function isChinaTime(text: string): boolean {
  const match = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})$/.exec(text);
  if (!match) return false;
  const [year, month, day, hour, minute, second] = match.slice(1);
  const written = `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`;
  const instant = Date.parse(written);
  return !Number.isNaN(instant) && new Date(instant).toISOString() === written;
}

/** An instant in one of the forms that platforms write it in. */
export function formatClock(clock: number, format: Exclude<ClockFormat, object>): string {
  switch (format) {
    case 'yyyyMMddHHmmss':
      return chinaTime(clock);
    case 'yyyy-MM-dd HH:mm:ss':
      return new Date(clock + offsetMilliseconds).toISOString().slice(0, 19).replace('T', ' ');
    case 'seconds':
      return String(Math.floor(clock / 1000));
    case 'milliseconds':
      return String(clock);
  }
}
