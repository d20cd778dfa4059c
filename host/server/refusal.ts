import type { Bilingual } from '../../shared/bilingual.ts';

/** Status codes the browser shell refuses with, under the names that tRPC clients know them by. */
export const refusalStatus = {
  BAD_REQUEST: 400,
  UNAUTHORIZED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  METHOD_NOT_SUPPORTED: 405,
  PAYLOAD_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
} as const;

export interface Refusal {
  readonly reason: keyof typeof refusalStatus;
  /** Stable name, `server.…`. */
  readonly code: string;
  readonly text: Bilingual;
}

/** A header value or path as it may stand in a sentence: short, printable, quoted. */
export function quoted(value: string | undefined): string {
  if (value === undefined) return '—';
  const printable = value.replaceAll(/[^\x20-\x7e]/g, '?');
  return `"${printable.length > 80 ? `${printable.slice(0, 80)}…` : printable}"`;
}
