import { HufuError } from '../../shared/hufu-error.ts';
import type { Database } from './database.ts';

/** A series of its own for every caller and day. */
export interface SerialSeries {
  readonly appCode: string;
  /** `yyyyMMdd` as it stands in the identifier. */
  readonly day: string;
}

export interface SerialLedger {
  /**
   * Draws the next serial, nine digits from `000000001`. It is on disk before this returns and is never given out
   * again: not after a crash, not to another process. Errors: `serial.exhausted`, and `store.*` of the database.
   */
  next(series: SerialSeries): string;
  /** What `next` would return now, consuming nothing: another draw may come first. Errors as `next`. */
  peek(series: SerialSeries): string;
}

const largest = 999_999_999;

/** Nine-digit serials, unique for an appCode and day (LD/T 6008—2024 serviceReqId), in the table `serial` of the state database. */
export function createSerialLedger(database: Database): SerialLedger {
  const lastOf = ({ appCode, day }: SerialSeries): number =>
    Number(database.get('SELECT last FROM serial WHERE app_code = ? AND day = ?', appCode, day)?.['last'] ?? 0);
  return {
    next: (series) =>
      database.transaction(() => {
        const serial = following(lastOf(series), series);
        database.run(
          'INSERT INTO serial (app_code, day, last) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET last = excluded.last',
          series.appCode,
          series.day,
          serial,
        );
        return text(serial);
      }),
    peek: (series) => text(following(lastOf(series), series)),
  };
}

function following(last: number, { appCode, day }: SerialSeries): number {
  if (last < largest) return last + 1;
  throw new HufuError({
    code: 'serial.exhausted',
    text: {
      zh: `应用编码 ${appCode} 在 ${day} 的流水号已用到 ${largest}，9 位数字已用尽；请换一个日期或应用编码。`,
      en: `The serials of appCode ${appCode} on ${day} have reached ${largest}, the last of nine digits; use another day or appCode.`,
    },
  });
}

function text(serial: number): string {
  return String(serial).padStart(9, '0');
}
