import type { DerElement } from './der.ts';
import { keyError } from './key-error.ts';

/** UTCTime or GeneralizedTime as RFC 5280 clause 4.1.2.5 allows them, as `2024-01-01T00:00:00Z`. Throws `key.certificateDate`. */
export function certificateTime(element: DerElement): string {
  const text = String.fromCharCode(...element.content.subarray(0, 16));
  const utc = element.tag === 0x17;
  const match = (utc ? /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/ : /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/).exec(
    text,
  );
  const [, year = '', month, day, hour, minute, second] = match ?? [];
  const century = utc ? (Number(year) >= 50 ? '19' : '20') : '';
  const time = `${century}${year}-${month}-${day}T${hour}:${minute}:${second}Z`;
  const instant = Date.parse(time);
  // A day or month that does not exist either is no instant at all or comes back as another day.
  if (match !== null && !Number.isNaN(instant) && new Date(instant).toISOString() === time.replace('Z', '.000Z'))
    return time;
  throw keyError('key.certificateDate', {
    zh: '证书的有效期不是 X.509 允许的写法。',
    en: 'A date of the certificate is not written as X.509 allows.',
  });
}
