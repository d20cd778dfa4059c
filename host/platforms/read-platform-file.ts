import { isMap, isNode, type Document, type Node } from 'yaml';
import { HufuError, type HufuErrorDetail } from '../../shared/hufu-error.ts';
import { readOwnPlatform, type OwnPlatform, type OwnPlatformContent } from '../../shared/own-platform/own-platform.ts';
import { namedPath } from '../../shared/own-platform/profile-changes.ts';
import type { ProfileProblem } from '../../shared/own-platform/profile-problem.ts';
import type { Providers } from '../../shared/providers/providers.ts';
import { placeKey, typedNode } from '../yaml/typed-value.ts';

/** The content of a platform's file, and what it comes to. */
export interface ReadPlatform extends OwnPlatform {
  readonly content: OwnPlatformContent;
}

/** A number that stands where a text is wanted (`code: 90`) is the text as it is written; as often as one is found. */
const rounds = 8;

/** Throws `platform.unreadable` for what is no map, and `yaml.alias`. */
export function readPlatformDocument(
  document: Document,
  { id, builtIn, text }: { readonly id: string; readonly builtIn: Providers; readonly text: string },
): ReadPlatform {
  if (!isMap(document.contents)) {
    throw new HufuError(unreadable({ zh: '应是一张表（名称: 值）', en: 'it must be a map of names and values' }));
  }
  const isText = new Set<string>();
  let read: ReadPlatform | undefined;
  for (let round = 0; round < rounds; round += 1) {
    const content = typedNode(document.contents, isText) as OwnPlatformContent;
    read = { ...readOwnPlatform(content, { id, builtIn }), content };
    const before = isText.size;
    for (const { path } of read.problems) {
      const place = placeOf(content, path);
      if (place) isText.add(placeKey(place));
    }
    if (isText.size === before) break;
  }
  if (!read) throw new Error('At least one round is made');
  const { whole = null } = read;
  const positionOf = createPositions({ document, text, isBased: read.content['basedOn'] !== undefined });
  return {
    ...read,
    problems: read.problems.map((problem) => {
      const position = positionOf(problem.path, namedPath(whole, problem.path));
      return { ...problem, ...(position && { position }) };
    }),
  };
}

interface Places {
  readonly document: Document;
  readonly text: string;
  readonly isBased: boolean;
}

/** Line and column of a place of the profile in its file, or of the nearest place around it that the file says. */
function createPositions({ document, text, isBased }: Places) {
  return (path: Path, names: Path): ProfileProblem['position'] => {
    const node = isBased ? nodeAt(document, ['changes', ...names]) : nodeAt(document, path);
    const offset = node?.range?.[0];
    if (offset === undefined) return undefined;
    const before = text.slice(0, offset).split('\n');
    return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  };
}

function nodeAt(document: Document, path: Path): Node | undefined {
  for (let length = path.length; length > 0; length -= 1) {
    const found = document.getIn(path.slice(0, length), true);
    if (isNode(found)) return found;
  }
  return undefined;
}

type Path = readonly (string | number)[];

/** Where the file has the number that the profile has at this place: in itself, or in its changes. */
function placeOf(content: OwnPlatformContent, path: Path): Path | undefined {
  return typedPlace(content, path) ?? within('changes', typedPlace(content['changes'], path));
}

/** In changes the items of a list go by their names, so that any of them may be the one that an index means. */
function typedPlace(value: unknown, [name, ...rest]: Path): Path | undefined {
  if (name === undefined) return typeof value === 'number' || typeof value === 'boolean' ? [] : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  const members = value as Readonly<Record<string | number, unknown>>;
  const names = Object.hasOwn(members, name) ? [name] : typeof name === 'number' ? Object.keys(members) : [];
  for (const one of names) {
    const found = within(one, typedPlace(members[one], rest));
    if (found) return found;
  }
  return undefined;
}

function within(name: string | number, path: Path | undefined): Path | undefined {
  return path && [name, ...path];
}

function unreadable(reason: HufuErrorDetail['text']): HufuErrorDetail {
  return {
    code: 'platform.unreadable',
    text: { zh: `平台描述无法读取：${reason.zh}。`, en: `The platform's file cannot be read: ${reason.en}.` },
  };
}
