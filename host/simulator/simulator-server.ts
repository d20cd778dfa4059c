import { messageMilliseconds, runBounded } from '../limits/run-bounded.ts';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { jsonString } from '../../shared/json/json-node.ts';
import type { Faults } from '../../shared/model/simulator.ts';
import type { SimulatedAnswer, Simulator } from '../../shared/simulator/simulator.ts';
import { chinaDay } from '../../shared/profile/china-time.ts';
import { drawNonce, systemRandomBytes } from '../calls/node-inputs.ts';
import { listenOnLoopback } from '../server/listen-on-loopback.ts';

/** 20 MB: far over the 100K of the standard, so that an over-long body is answered and not cut off. */
const bodyLimitBytes = 20_000_000;

export interface SimulatorServerOptions {
  readonly simulator: Simulator;
  /** 0 takes a free port. */
  readonly port: number;
  readonly onAnswer?: (answer: SimulatedAnswer) => void;
  readonly onDefect?: (error: unknown) => void;
}

export interface SimulatorServer {
  readonly url: string;
  faults: Faults;
  close(): Promise<void>;
}

/**
 * Serves a simulator on 127.0.0.1, HTTP 200 for every status of the platform (convention row 25).
 * Errors: `server.portInUse`, `server.portForbidden`, `server.badPort`.
 */
export async function startSimulatorServer(options: SimulatorServerOptions): Promise<SimulatorServer> {
  const { simulator, onAnswer, onDefect } = options;
  const server = createServer();
  const port = await listenOnLoopback(server, options.port);
  const stopped = new AbortController();
  const state: SimulatorServer = {
    url: `http://127.0.0.1:${port}/`,
    faults: {},
    close: () => {
      stopped.abort();
      server.closeAllConnections();
      return new Promise((resolve) => void server.close(() => resolve()));
    },
  };
  const serials = createResponseSerials();

  server.on('request', (request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (stopped.signal.aborted || request.socket.destroyed) return;
      onDefect?.(error);
      response.destroy();
    });
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { faults } = state;
    const bytes = await readAll(request);
    if (!bytes) {
      response.writeHead(413, { Connection: 'close' }).end();
      return;
    }
    const clock = Date.now();
    const moment = {
      clock,
      nonce: drawNonce(),
      serial: serials.next(chinaDay(clock)),
      randomBytes: systemRandomBytes,
      now: () => performance.now(),
    };
    const message = {
      method: request.method ?? 'GET',
      target: request.url ?? '/',
      bytes,
      faults,
      httpHeaders: headersOf(request),
    };
    const answered = runBounded(() => simulator.receive(message, moment), { milliseconds: messageMilliseconds });
    onAnswer?.(answered);
    if (faults.delayMilliseconds) await wait(faults.delayMilliseconds, undefined, { signal: stopped.signal });
    if (faults.drop === 'beforeAnswer') {
      request.socket.destroy();
      return;
    }
    const body = Buffer.from(answered.bytes ?? new TextEncoder().encode(answered.text));
    response.writeHead(200, {
      'Content-Type': faults.notJson ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8',
      'Content-Length': body.length,
      ...Object.fromEntries(answered.httpHeaders.map(({ name, value }) => [name, value])),
    });
    if (faults.drop === 'duringAnswer') {
      response.write(body.subarray(0, Math.floor(body.length / 2)), () => request.socket.destroy());
      return;
    }
    response.end(body);
  }

  return state;
}

async function readAll(request: IncomingMessage): Promise<Uint8Array | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > bodyLimitBytes) return undefined;
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

function headersOf({ rawHeaders }: IncomingMessage) {
  const fields = [];
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    fields.push({ name: rawHeaders[index] ?? '', value: jsonString(rawHeaders[index + 1] ?? '') });
  }
  return fields;
}

/**
 * Response serials that do not repeat over restarts within a day: each start begins at the tenths of a second since
 * midnight, of which a day has 864,000, and there is room for 999 million.
 */
function createResponseSerials(): { next(day: string): string } {
  let last = 0;
  let of = '';
  return {
    next: (day) => {
      if (day !== of) {
        of = day;
        last = (Math.floor(Date.now() / 100) % 864_000) * 1000;
      }
      last += 1;
      return String(last).padStart(9, '0');
    },
  };
}
