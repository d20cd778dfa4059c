import type { HistoryFilter } from '../../shared/model/history.ts';
import type { SqlValue } from '../store/database.ts';

/** A piece of SQL with its parameters. */
export interface Condition {
  readonly sql: string;
  readonly values: readonly SqlValue[];
}

/** Letters in one case and one normal form, so that a search finds what looks alike. SQLite cuts texts at U+0000. */
export function folded(text: string): string {
  return text.normalize('NFC').toLowerCase().replaceAll('\u0000', '\ufffd').toWellFormed();
}

/** Everything but the text. */
export function filterConditions(filter: HistoryFilter): readonly Condition[] {
  const conditions: Condition[] = [{ sql: 'e.removed_at IS NULL', values: [] }];
  const equal = (column: string, value: string | undefined) => {
    if (value !== undefined) conditions.push({ sql: `e.${column} = ?`, values: [storable(value)] });
  };
  if (filter.idBegins !== undefined) {
    const first = storable(filter.idBegins);
    // Behind everything that begins so: a range is looked up in the index of the ids.
    conditions.push({ sql: 'e.id >= ? AND e.id < ?', values: [first, `${first}\u{10FFFF}`] });
  }
  equal('request_id', filter.requestId);
  equal('platform', filter.platform);
  equal('interface', filter.interface);
  equal('environment', filter.environment);
  equal('status', filter.status);
  if (filter.verdicts) {
    const marks = filter.verdicts.map(() => '?').join(', ');
    conditions.push({ sql: `e.verdict IN (${marks})`, values: filter.verdicts });
  }
  if (filter.tag !== undefined) {
    conditions.push({ sql: 'e.seq IN (SELECT seq FROM tag WHERE name = ?)', values: [storable(filter.tag)] });
  }
  if (filter.pinned !== undefined) conditions.push({ sql: 'e.pinned = ?', values: [filter.pinned ? 1 : 0] });
  if (filter.from !== undefined) conditions.push({ sql: 'e.at >= ?', values: [filter.from] });
  if (filter.to !== undefined) conditions.push({ sql: 'e.at < ?', values: [filter.to] });
  return conditions;
}

/** What a column of texts can hold. */
export function storable(text: string): string {
  return text.replaceAll('\u0000', '\ufffd').toWellFormed();
}

/**
 * Every word of the text must occur. Words of three characters and more are looked up by their trigrams first, as far as
 * the index goes; what it finds, what it does not hold yet, and all shorter words are looked for in the text itself.
 */
export function textConditions(text: string): {
  readonly indexed: readonly Condition[];
  readonly words: readonly Condition[];
} {
  const words = folded(text)
    .split(/\s+/u)
    .filter((word) => word !== '');
  const long = words.filter((word) => [...word].length >= 3);
  const indexed: readonly Condition[] =
    long.length === 0
      ? []
      : [
          {
            sql: '(e.seq IN (SELECT rowid FROM trigram WHERE trigram MATCH ?) OR e.seq IN (SELECT seq FROM not_indexed))',
            values: [long.flatMap(trigrams).join(' AND ')],
          },
        ];
  return { indexed, words: words.map((word) => ({ sql: 'instr(t.folded, ?) > 0', values: [word] })) };
}

/** The trigrams of a word as FTS5 strings. */
function trigrams(word: string): readonly string[] {
  const characters = [...word];
  const found = new Set<string>();
  for (let start = 0; start + 3 <= characters.length; start += 1)
    found.add(characters.slice(start, start + 3).join(''));
  return [...found].map((trigram) => `"${trigram.replaceAll('"', '""')}"`);
}
