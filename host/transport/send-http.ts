import { TLSSocket } from 'node:tls';
import { exchange } from './exchange.ts';
import {
  defaultResponseLimitBytes,
  defaultTimeoutMilliseconds,
  type HttpAnswer,
  type HttpRequest,
  type TransportOptions,
} from './http-exchange.ts';
import { parseHttpProxy } from './http-proxy.ts';
import { type Destroyable, firstPhase, openConnection } from './open-connection.ts';
import { startPhaseWatch } from './phase-watch.ts';
import { prepareRequest } from './prepare-request.ts';
import { tlsInfo } from './tls-info.ts';
import { tlsOptions } from './tls-options.ts';
import { aborted, type FailurePlace, proxyRefused, timedOut, transportError } from './transport-error.ts';

export type { HttpAnswer, TransportOptions };

/**
 * Sends one request over a connection of its own and returns the answer whole, bytes as they were on both ways. Nothing
 * is followed, retried, decompressed, cached or remembered: what was signed is what was sent, once.
 * Errors: `transport.` badUrl, badMethod, badHeader, ca, clientCertificate (before anything is sent), dns, refused,
 * unreachable, proxy, tls, timeout, reset, badAnswer, tooLarge, aborted, failed.
 */
export async function sendHttp(request: HttpRequest, options: TransportOptions = {}): Promise<HttpAnswer> {
  const proxy = options.proxy && parseHttpProxy(options.proxy.url);
  const prepared = prepareRequest(request, proxy);
  const tls = prepared.isSecure ? tlsOptions(prepared.hostname, options.tls) : undefined;
  const { peer, hostname, port } = prepared;
  const watch = startPhaseWatch(firstPhase(proxy?.hostname ?? hostname));
  const place = () => ({ peer, proxy: proxy?.name, phase: watch.phase });

  const owned: Destroyable[] = [];
  const shared = {
    enter: watch.enter,
    own(resource: Destroyable) {
      owned.push(resource);
      // Whoever waits hears of a failure; without this a later one, heard by nobody, would end the process.
      resource.on('error', () => undefined);
    },
  };
  const { signal, lookup, responseLimitBytes = defaultResponseLimitBytes } = options;
  const { timeoutMilliseconds = defaultTimeoutMilliseconds } = options;

  async function run(): Promise<HttpAnswer> {
    const socket = await openConnection({ peer, hostname, port, proxy, tls, ...(lookup && { lookup }), ...shared });
    const remoteAddress = formatAddress(socket.remoteAddress, socket.remotePort);
    const secured = socket instanceof TLSSocket ? { tlsInfo: tlsInfo(socket) } : {};
    const answer = await exchange({ prepared, socket, responseLimitBytes, ...shared });
    if (proxy && !tls && answer.status === 407) throw proxyRefused(proxy.name, peer, 407);
    const requestBytes = Buffer.concat([Buffer.from(prepared.head, 'latin1'), prepared.body]);
    const timings = watch.finish();
    return { ...answer, requestHead: prepared.head, requestBytes, timings, remoteAddress, ...secured };
  }

  if (signal?.aborted) throw aborted(place());
  const interruption = interrupt({ timeoutMilliseconds, signal, place });
  try {
    // An interruption is not left to the streams: some end without a word when they are destroyed.
    return await Promise.race([interruption.rejected, run()]);
  } catch (error) {
    throw transportError(error, place());
  } finally {
    interruption.cancel();
    owned.forEach((resource) => resource.destroy());
  }
}

interface Interruption {
  readonly rejected: Promise<never>;
  cancel(): void;
}

/** Rejects when the time is up or the caller gives up, with the phase of that moment. */
function interrupt({
  timeoutMilliseconds,
  signal,
  place,
}: {
  timeoutMilliseconds: number;
  signal: AbortSignal | undefined;
  place: () => FailurePlace;
}): Interruption {
  let cancel = () => undefined as void;
  const rejected = new Promise<never>((_resolve, reject) => {
    const abort = () => reject(aborted(place()));
    // A longer time would be taken for none at all.
    const delay = Math.min(timeoutMilliseconds, 2 ** 31 - 1);
    const timer = setTimeout(() => reject(timedOut(place(), timeoutMilliseconds)), delay);
    signal?.addEventListener('abort', abort, { once: true });
    cancel = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
    };
  });
  return { rejected, cancel };
}

function formatAddress(address: string | undefined, port: number | undefined): string {
  return `${address?.includes(':') ? `[${address}]` : (address ?? '')}:${port ?? ''}`;
}
