import type { JsonNode } from './json-node.ts';
import { JsonScanner } from './json-scanner.ts';
import { positionAt, type TextPosition } from './position.ts';

export interface DuplicateFinding extends TextPosition {
  readonly name: string;
}

export interface ParsedJson {
  readonly root: JsonNode;
  /** The exact text of the outermost object's last member of that name. */
  readonly memberText: (name: string) => string | undefined;
  readonly duplicates: readonly DuplicateFinding[];
}

export interface CompactJson {
  readonly compact: string;
  readonly duplicates: readonly DuplicateFinding[];
}

/** Reads a JSON text without loss. Throws HufuError `json.syntax` or `json.loneSurrogate` with line and column. */
export function parseJson(text: string): ParsedJson {
  const scanner = new JsonScanner(text);
  const root = scanner.readDocument();
  return {
    root,
    duplicates: located(scanner, text),
    memberText: (name) => {
      const span = scanner.rootSpans.findLast((candidate) => candidate.name === name);
      return span && text.slice(span.start, span.end);
    },
  };
}

/** The compact form of a JSON text, without building its tree. The same errors as `parseJson`. */
export function compactJson(text: string): CompactJson {
  const scanner = new JsonScanner(text);
  const compact = scanner.compactDocument();
  return { compact, duplicates: located(scanner, text) };
}

function located(scanner: JsonScanner, text: string): readonly DuplicateFinding[] {
  return scanner.duplicates.map(({ name, offset }) => ({ name, ...positionAt(text, offset) }));
}
