import { valueAt, withValueAt, type DataPath } from '../../../shared/data/data-path.ts';
import { equalData, type Data } from '../../../shared/data/data.ts';
import { originalAt } from '../../../shared/own-platform/profile-changes.ts';

/** Parts that carry a mark, by how long the path to one is. */
const marked: Readonly<Record<string, number>> = { header: 2, conventions: 2, interfaces: 2, session: 1, transport: 1 };
/** Words about a fact change nothing of it. */
const words = new Set(['mark', 'clause', 'note', 'title']);

/**
 * What somebody changed is no longer as it is printed or was seen: a changed fact that still has the built-in platform's
 * mark is marked as assumed, until the user says how it is known.
 */
export function withoutClaim(
  whole: Data,
  { original, path }: { readonly original: Data | undefined; readonly path: DataPath },
): Data {
  const [part = ''] = path;
  const length = marked[part];
  if (original === undefined || length === undefined || words.has(String(path[length]))) return whole;
  const place = path.slice(0, length);
  const before = originalAt(original, { whole, path: place });
  const now = valueAt(whole, place);
  const mark = valueAt(now, ['mark']);
  if (before === undefined || mark === 'A' || mark !== valueAt(before, ['mark']) || equalData(before, now))
    return whole;
  return withValueAt(whole, [...place, 'mark'], 'A');
}
