import type { TextRange } from '../../../shared/files/base64-runs.ts';

/** What a string of a JSON text says; as written where its escapes are not right. */
export function stringAt(text: string, { start, end }: TextRange): string {
  const written = text.slice(start, end);
  try {
    return JSON.parse(`"${written}"`) as string;
  } catch {
    return written;
  }
}
