import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A secret that a test drives through the program, to be looked for afterwards. */
export interface SecretMark {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export function markOf(name: string, secret: string | Uint8Array): SecretMark {
  return { name, bytes: typeof secret === 'string' ? Buffer.from(secret, 'utf8') : secret };
}

/** Every form in which a secret could have been written down: raw, hex, Base64 at each of its three alignments, URL-encoded, UTF-16, JSON. */
function formsOf({ bytes }: SecretMark): readonly Buffer[] {
  const raw = Buffer.from(bytes);
  const text = raw.toString('utf8');
  const hex = raw.toString('hex');
  const texts = [hex, hex.toUpperCase(), encodeURIComponent(text), JSON.stringify(text).slice(1, -1)];
  for (let shift = 0; shift < 3; shift += 1) {
    // The first and last characters depend on what stands beside the secret.
    const base64 = Buffer.concat([Buffer.alloc(shift), raw])
      .toString('base64')
      .replace(/=+$/, '');
    const inner = base64.slice(Math.ceil((shift * 8) / 6), -1);
    texts.push(inner, inner.replaceAll('+', '-').replaceAll('/', '_'), encodeURIComponent(inner));
  }
  return [raw, Buffer.from(text, 'utf16le'), ...texts.map((form) => Buffer.from(form, 'utf8'))];
}

export interface MarkSearch {
  /** Names of the marks that stand somewhere in it, in whatever form. */
  in(content: string | Uint8Array): readonly string[];
  /** `file: mark` for every file below a folder, by content and by name. */
  below(folder: string): readonly string[];
}

export function searchFor(marks: readonly SecretMark[]): MarkSearch {
  const forms = marks.map((mark) => ({ name: mark.name, forms: formsOf(mark) }));
  const search: MarkSearch = {
    in(content) {
      const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : Buffer.from(content);
      return forms.filter(({ forms: all }) => all.some((form) => bytes.includes(form))).map(({ name }) => name);
    },
    below(folder) {
      return readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .flatMap((entry) => {
          const path = join(entry.parentPath, entry.name);
          return [...search.in(path), ...search.in(readFileSync(path))].map((name) => `${path}: ${name}`);
        });
    },
  };
  return search;
}
