import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { StaticFile } from './static-files.ts';

/** Answers with a listed file, compressed when there is a copy that the browser accepts. */
export async function serveStatic(file: StaticFile, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const accepted = acceptedEncodings(request.headers['accept-encoding']);
  const copy = file.compressed.find(({ encoding }) => accepted.has(encoding));
  const content = await readFile(copy?.file ?? file.file);
  response.setHeader('Content-Type', file.contentType);
  response.setHeader('Content-Length', content.length);
  response.setHeader('Cache-Control', cacheControl(file));
  if (file.compressed.length > 0) response.setHeader('Vary', 'Accept-Encoding');
  if (copy) response.setHeader('Content-Encoding', copy.encoding);
  response.end(request.method === 'HEAD' ? undefined : content);
}

function cacheControl(file: StaticFile): string {
  if (file.isHashed) return 'public, max-age=31536000, immutable';
  return file.contentType.startsWith('text/html') ? 'no-store' : 'no-cache';
}

/** Content codings a client takes, by RFC 9110 section 12.5.3; weights other than zero are all the same to us. */
function acceptedEncodings(header: string | string[] | undefined): ReadonlySet<string> {
  return new Set(
    String(header ?? '')
      .toLowerCase()
      .split(',')
      .map((part) => part.trim())
      .filter((part) => !/;\s*q=0(\.0*)?$/.test(part))
      .map((part) => part.replace(/;.*$/, '').trim()),
  );
}
