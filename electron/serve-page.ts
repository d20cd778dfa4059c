import { readFile } from 'node:fs/promises';
import { securityHeaders } from '../host/server/security-headers.ts';
import { listStaticFiles } from '../host/server/static-files.ts';
import { appOrigin } from './app-origin.ts';

/**
 * Answers requests below `appOrigin` with the built user interface, under the headers that it has in a browser too.
 * Only files listed at the start are served, whatever a path tries to name.
 * Errors: `server.noPage` when there is no `index.html`.
 */
export function servePage(directory: string): (request: Request) => Promise<Response> {
  const files = listStaticFiles(directory);
  return async ({ method, url }) => {
    const { host, protocol, pathname } = new URL(url);
    const file = `${protocol}//${host}` === appOrigin ? files.get(pathname) : undefined;
    if (method !== 'GET' || file === undefined) return new Response(null, { status: 404, headers: securityHeaders });
    const content = await readFile(file.file);
    return new Response(content, { headers: { ...securityHeaders, 'Content-Type': file.contentType } });
  };
}
