import { readdirSync, realpathSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { HufuError } from '../../shared/hufu-error.ts';

export interface StaticFile {
  readonly file: string;
  readonly contentType: string;
  /** Its name changes with its content. */
  readonly isHashed: boolean;
  /** The same content compressed at build time, best first. */
  readonly compressed: readonly { readonly encoding: 'br' | 'gzip'; readonly file: string }[];
}

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

/**
 * The regular files below a directory by the path they are served under, taken once at the start: whatever a request
 * names, nothing outside this list is ever opened. Symbolic links are not followed. `index.html` is also `/`.
 * Errors: `server.noPage` when there is no `index.html`.
 */
export function listStaticFiles(directory: string): ReadonlyMap<string, StaticFile> {
  const files = new Set(regularFilesBelow(directory));
  const listed = new Map<string, StaticFile>();
  for (const file of files) {
    if (isCompressedCopy(file)) continue;
    const path = servedPath(relative(realpathSync(directory), file));
    listed.set(path, {
      file,
      contentType: contentTypes[extname(file).toLowerCase()] ?? 'application/octet-stream',
      isHashed: /^\/assets\/.*-[\w-]{8,}\.\w+$/.test(path),
      compressed: (
        [
          { encoding: 'br', file: `${file}.br` },
          { encoding: 'gzip', file: `${file}.gz` },
        ] as const
      ).filter((copy) => files.has(copy.file)),
    });
  }
  const index = listed.get('/index.html');
  if (!index) throw noPage(directory);
  return listed.set('/', index);

  function isCompressedCopy(file: string): boolean {
    return /\.(br|gz)$/.test(file) && files.has(file.replace(/\.(br|gz)$/, ''));
  }
}

function regularFilesBelow(directory: string): string[] {
  try {
    return readdirSync(realpathSync(directory), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  } catch {
    throw noPage(directory);
  }
}

/** As a browser writes the path of a link to the file. */
function servedPath(relativePath: string): string {
  return new URL(relativePath.split(sep).map(encodeReserved).join('/'), 'http://127.0.0.1/').pathname;
}

function encodeReserved(segment: string): string {
  return segment.replaceAll(/[%?#\\:]/g, encodeURIComponent);
}

function noPage(directory: string): HufuError {
  return new HufuError({
    code: 'server.noPage',
    text: {
      zh: `在 ${directory} 中没有找到界面文件 index.html；请先运行 npm run build。`,
      en: `There is no index.html of the user interface in ${directory}; run npm run build first.`,
    },
  });
}
