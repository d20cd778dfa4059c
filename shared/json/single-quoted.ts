import { HufuError } from '../hufu-error.ts';
import type { JsonNode } from './json-node.ts';
import { parseJson } from './json-text.ts';
import { writeJson } from './write-json.ts';

/**
 * JSON whose strings stand in single quotes, as some systems put an object into a string: `{'ZZMC':'营业执照'}`. A single
 * quote inside is written `\'`; one that was not is taken for part of the text unless a string may end there.
 * Throws `json.singleQuoted`.
 */
export function readSingleQuoted(text: string): JsonNode {
  let json = '';
  let place = 0;
  while (place < text.length) {
    const character = text[place] ?? '';
    if (character === "'") {
      const end = endOfString(text, place + 1);
      json += doubleQuoted(text.slice(place + 1, end));
      place = end + 1;
    } else if (character === '"') {
      const end = endOfDouble(text, place + 1);
      json += text.slice(place, end + 1);
      place = end + 1;
    } else {
      json += character;
      place += 1;
    }
  }
  try {
    return parseJson(json).root;
  } catch {
    throw notSingleQuoted();
  }
}

export function writeSingleQuoted(node: JsonNode): string {
  // No double quote stands outside a string in JSON, and a single one only inside.
  return writeJson(node, 'compact').replaceAll(/"((?:[^"\\]|\\.)*)"/g, (_, content: string) => {
    const inner = content.replaceAll(/\\(.)|'/g, (found: string, escaped?: string) =>
      found === "'" ? "\\'" : escaped === '"' ? '"' : found,
    );
    return `'${inner}'`;
  });
}

function endOfString(text: string, from: number): number {
  for (let place = from; place < text.length; place += 1) {
    if (text[place] === '\\') place += 1;
    else if (text[place] === "'" && /^\s*(?:[,:}\]]|$)/.test(text.slice(place + 1, place + 64))) return place;
  }
  throw notSingleQuoted();
}

function endOfDouble(text: string, from: number): number {
  for (let place = from; place < text.length; place += 1) {
    if (text[place] === '\\') place += 1;
    else if (text[place] === '"') return place;
  }
  throw notSingleQuoted();
}

function doubleQuoted(content: string): string {
  const inner = content.replaceAll(/\\(.)|"/gs, (found: string, escaped?: string) =>
    found === '"' ? '\\"' : escaped === "'" ? "'" : found,
  );
  return `"${inner}"`;
}

function notSingleQuoted(): HufuError {
  return new HufuError({
    code: 'json.singleQuoted',
    field: 'body',
    text: {
      zh: '这段文字不是用单引号写的 JSON。',
      en: 'This text is no JSON written with single quotes.',
    },
  });
}
