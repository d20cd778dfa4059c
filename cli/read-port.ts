import { usage } from './usage-error.ts';

/** A port of `--port`; 0 takes a free one. */
export function readPort(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text);
  throw usage('server.badPort', '--port', [
    `--port 应为 0 到 65535 的整数，实际是“${text}”。`,
    `--port must be a whole number from 0 to 65535 and is "${text}".`,
  ]);
}
