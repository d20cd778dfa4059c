/** A scalar member of a JSON object. */
export interface BodyMember {
  readonly name: string;
  readonly value: string;
  /** JSON Pointer. */
  readonly pointer: string;
  /** Where the value stands in the text, with its quotes; `end` is behind it. */
  readonly offset: number;
  readonly end: number;
  /** The scalar members beside it, itself among them. */
  readonly beside: ReadonlyMap<string, string>;
}

interface Level {
  /** The number of the item in an array. */
  item: number | undefined;
  /** The member that is being read; undefined before its name. */
  name: string | undefined;
  readonly scalars: Map<string, string>;
}

const token = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

/** The members with one of these names, wherever they stand in a text that is valid JSON, and most of them in one that is
 * being typed. Nothing is built for the others. */
export function bodyMembers(text: string, names: ReadonlySet<string>): readonly BodyMember[] {
  const found: BodyMember[] = [];
  const levels: Level[] = [];
  for (const { 0: piece, index } of text.matchAll(token)) {
    const level = levels.at(-1);
    switch (piece) {
      case '{':
      case '[':
        levels.push({ item: piece === '[' ? 0 : undefined, name: undefined, scalars: new Map() });
        break;
      case '}':
      case ']':
        levels.pop();
        break;
      case ',':
        if (level?.item === undefined) forget(level);
        else level.item += 1;
        break;
      case ':':
        break;
      default:
        if (!level || level.item !== undefined) break;
        if (level.name === undefined) level.name = textOf(piece);
        else if (names.has(level.name)) {
          const value = textOf(piece);
          level.scalars.set(level.name, value);
          found.push({
            name: level.name,
            value,
            pointer: pointerTo(levels),
            offset: index,
            end: index + piece.length,
            beside: level.scalars,
          });
        }
    }
  }
  return found;
}

function forget(level: Level | undefined): void {
  if (level) level.name = undefined;
}

function textOf(piece: string): string {
  if (!piece.startsWith('"')) return piece === 'null' ? '' : piece;
  try {
    return String(JSON.parse(piece));
  } catch {
    return piece.slice(1, -1);
  }
}

function pointerTo(levels: readonly Level[]): string {
  return levels
    .map(({ item, name }) => `/${item ?? (name ?? '').replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
}
