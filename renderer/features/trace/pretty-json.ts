import { HufuError } from '../../../shared/hufu-error.ts';
import { parseJson } from '../../../shared/json/json-text.ts';
import { writeJson } from '../../../shared/json/write-json.ts';

/** Longer texts are shown as they are: laying them out would hold up the screen and nobody reads them whole. */
const longestLaidOut = 2_000_000;

/** A JSON object or array laid out for reading, digits and order kept; undefined for any other text. */
export function prettyJson(text: string): string | undefined {
  if (text.length > longestLaidOut || !/^\s*[[{]/.test(text)) return undefined;
  try {
    return writeJson(parseJson(text).root, 'pretty');
  } catch (error) {
    if (error instanceof HufuError) return undefined;
    throw error;
  }
}
