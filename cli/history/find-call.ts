import type { HistoryThreads } from '../../host/history/history-store.ts';
import { usage } from '../usage-error.ts';

/** Fewer characters name too many calls. */
const shortest = 6;

/** The id of a call from its beginning, or from `last`. Throws when none or several begin so. */
export async function findCall(history: HistoryThreads, given: string): Promise<string> {
  if (given === 'last') {
    const [entry] = (await history.list({ filter: {}, limit: 1 })).entries;
    if (entry) return entry.id;
    throw usage('history.empty', 'ID', ['历史是空的。', 'The history is empty.']);
  }
  if (given.length < shortest) throw tooShort(given);
  const { entries } = await history.list({ filter: { idBegins: given.toLowerCase() }, limit: 50 });
  const [only, other] = entries;
  if (only && !other) return only.id;
  throw usage('history.unknown', 'ID', [
    only ? `有 ${entries.length} 次调用的编号以“${given}”开头，请多写几位。` : `历史里没有编号以“${given}”开头的调用。`,
    only
      ? `${entries.length} calls have an id that begins with "${given}"; write more of it.`
      : `No call in the history has an id that begins with "${given}".`,
  ]);
}

function tooShort(given: string): Error {
  return usage('history.idTooShort', 'ID', [
    `编号“${given}”太短，请至少写 ${shortest} 位，或写 last。`,
    `The id "${given}" is too short; write at least ${shortest} characters of it, or last.`,
  ]);
}
