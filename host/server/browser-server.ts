import { isUtf8 } from 'node:buffer';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AnyRouter, inferRouterContext } from '@trpc/server';
import { nodeHTTPRequestHandler } from '@trpc/server/adapters/node-http';
import { createLaunchToken } from './launch-token.ts';
import { listenOnLoopback } from './listen-on-loopback.ts';
import { readBody } from './read-body.ts';
import { quoted } from './refusal.ts';
import { type GuardRules, guardRequest, refusedAsTooLarge } from './request-guard.ts';
import { securityHeaders } from './security-headers.ts';
import { sendRefusal } from './send-refusal.ts';
import { serveStatic } from './serve-static.ts';
import { listStaticFiles } from './static-files.ts';

/** 32 MiB: a body of 20 MB as Base64 inside a JSON text, and room to spare. */
const defaultBodyLimitBytes = 32 * 1024 * 1024;

export interface BrowserServerOptions<Router extends AnyRouter> {
  readonly router: Router;
  readonly createContext: () => inferRouterContext<Router>;
  /** The built user interface: a folder with an `index.html`. */
  readonly staticDirectory: string;
  /** 0, as when absent, takes a free one. */
  readonly port?: number;
  readonly bodyLimitBytes?: number;
  /** Told of every failure that is ours; the browser learns only that there was one. */
  readonly onDefect?: (error: unknown) => void;
}

export interface BrowserServer {
  /** What a person opens: the origin with the token in the fragment, `http://127.0.0.1:PORT/#token=…`. */
  readonly url: string;
  readonly origin: string;
  readonly port: number;
  /** Sent by the page as `Authorization: Bearer …` with every call of the API. */
  readonly token: string;
  /** Ends every connection and resolves when the port is free. */
  close(): Promise<void>;
}

/**
 * The browser shell: serves the user interface and, below `/api/`, the tRPC router, on 127.0.0.1 alone and behind
 * `guardRequest`. Clients call with `methodOverride: 'POST'`; streams are queries and mutations that return async
 * generators, over `httpBatchStreamLink` (an `EventSource` could not send the token).
 * Errors: `server.noPage`, `server.portInUse`, `server.portForbidden`, `server.badPort`.
 */
export async function startBrowserServer<Router extends AnyRouter>({
  router,
  createContext,
  staticDirectory,
  port = 0,
  bodyLimitBytes = defaultBodyLimitBytes,
  onDefect = () => undefined,
}: BrowserServerOptions<Router>): Promise<BrowserServer> {
  const files = listStaticFiles(staticDirectory);
  const token = createLaunchToken();
  const server = createServer();
  const actualPort = await listenOnLoopback(server, port);
  const rules: GuardRules = { port: actualPort, token, bodyLimitBytes };

  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    answer(request, response).catch((error: unknown) => {
      // A browser that left takes its socket with it; nobody waits for the rest.
      if (request.socket.destroyed) return;
      onDefect(error);
      if (!response.headersSent) response.statusCode = 500;
      response.end();
    });
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
    const { method = '', url: target = '', headersDistinct: headers } = request;
    const verdict = guardRequest({ method, target, headers }, rules);
    if (verdict.area === 'refused') {
      sendRefusal(response, verdict.refusal, target.startsWith('/api/') ? 'trpc' : 'text');
    } else if (verdict.area === 'page') {
      await answerPage(verdict.path, request, response);
    } else {
      await answerApi(verdict.path, request, response);
    }
  }

  async function answerPage(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const file = files.get(path);
    if (file) return serveStatic(file, request, response);
    const text = { zh: `没有名为 ${quoted(path)} 的文件。`, en: `There is no file named ${quoted(path)}.` };
    sendRefusal(response, { reason: 'NOT_FOUND', code: 'server.noFile', text }, 'text');
  }

  async function answerApi(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request, bodyLimitBytes);
    if (!body) {
      sendRefusal(response, refusedAsTooLarge(bodyLimitBytes).refusal, 'trpc');
      return;
    }
    if (!isUtf8(body)) {
      const text = { zh: '请求体不是 UTF-8。', en: 'The request body is not UTF-8.' };
      sendRefusal(response, { reason: 'BAD_REQUEST', code: 'server.bodyCharset', text }, 'trpc');
      return;
    }
    response.setHeader('Cache-Control', 'no-store');
    await nodeHTTPRequestHandler({
      router,
      createContext,
      path,
      req: Object.assign(request, { body: body.toString('utf8') }),
      res: response,
      allowMethodOverride: true,
      onError: ({ error }) => {
        if (error.code === 'INTERNAL_SERVER_ERROR') onDefect(error.cause ?? error);
      },
    });
  }

  const origin = `http://127.0.0.1:${actualPort}`;
  return {
    url: `${origin}/#token=${token}`,
    origin,
    port: actualPort,
    token,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}
