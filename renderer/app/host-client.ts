import { createTRPCClient, httpLink, type TRPCClient, type TRPCLink } from '@trpc/client';
import type { Api } from '../../host/api.ts';
import { takeLaunchToken } from './launch-token.ts';
import { messagePortLink } from './message-port-link.ts';
import { createWorkerFetch } from './worker-fetch.ts';

export type HostClient = TRPCClient<Api>;

/** The browser keeps a request alive beyond the page only when it is smaller than this (Fetch standard, 4.6). */
const keepaliveLimit = 60_000;

/** In characters. Up to here a request is sent in less time than it takes to hand it to a worker. */
const largestHere = 200_000;

const fetchInWorker = createWorkerFetch(
  () => new Worker(new URL('request-worker.ts', import.meta.url), { type: 'module' }),
);

/** The one client of the host: over HTTP in a browser, over a port where the page was opened by the desktop shell. */
export async function createHostClient(): Promise<HostClient> {
  const link =
    location.protocol === 'app:' ? messagePortLink(await portFromShell()) : httpLinkWith(takeLaunchToken(window));
  return createTRPCClient<Api>({ links: [link] });
}

/** POST only, JSON only, the token with every call: what the guard of the browser shell demands. */
function httpLinkWith(token: string | undefined): TRPCLink<Api> {
  return httpLink<Api>({
    url: '/api',
    methodOverride: 'POST',
    headers: token === undefined ? {} : { Authorization: `Bearer ${token}` },
    fetch: (url, options) => {
      const { body, signal } = options as RequestInit;
      if (typeof body === 'string' && body.length > largestHere) {
        const headers = Object.fromEntries(new Headers(options?.headers as HeadersInit));
        return fetchInWorker(addressOf(url), { method: 'POST', headers, body, signal });
      }
      return fetch(url, { ...(options as RequestInit), keepalive: outlivesPage(url, options) });
    },
  });
}

/** The link gives texts; what its type also allows has its address in a member. */
function addressOf(input: RequestInfo | URL | string): string {
  return typeof input === 'string' ? input : input instanceof URL ? input.href : input.url;
}

/** A draft that is saved while the page is being closed must still arrive. */
function outlivesPage(url: unknown, options: { body?: unknown } | undefined): boolean {
  const body = options?.body;
  return String(url).endsWith('/saveDraft') && typeof body === 'string' && body.length * 3 < keepaliveLimit;
}

/**
 * The preload of the desktop shell posts `hufu:port` to its own window together with one MessagePort, once the page
 * has posted `hufu:ready`.
 */
function portFromShell(): Promise<MessagePort> {
  return new Promise((resolve) => {
    function receive({ source, data, ports: [port] }: MessageEvent): void {
      if (source !== window || data !== 'hufu:port' || !port) return;
      window.removeEventListener('message', receive);
      resolve(port);
    }
    window.addEventListener('message', receive);
    window.postMessage('hufu:ready', location.origin);
  });
}
