import { request } from 'node:http';
import { connect as connectTcp, isIP, type LookupFunction, type Socket } from 'node:net';
import { connect as connectTls, type ConnectionOptions, type TLSSocket } from 'node:tls';
import type { HttpProxy } from './http-proxy.ts';
import type { Phase } from './http-exchange.ts';
import { proxyRefused } from './transport-error.ts';

/** Something to be destroyed when the exchange ends, however it ends. */
export interface Destroyable {
  destroy(error?: Error): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
}

export interface ConnectionPlan {
  readonly peer: string;
  readonly hostname: string;
  readonly port: number;
  readonly proxy: HttpProxy | undefined;
  /** Present when the request travels inside TLS. */
  readonly tls: ConnectionOptions | undefined;
  readonly lookup?: LookupFunction;
  readonly enter: (phase: Phase) => void;
  readonly own: (resource: Destroyable) => void;
}

/** The phase a connection starts with: an address needs no look-up. */
export function firstPhase(hostname: string): Phase {
  return isIP(hostname) === 0 ? 'dns' : 'tcp';
}

/** Look-up, TCP, CONNECT through the proxy where TLS follows, TLS: one connection for one exchange. */
export async function openConnection(plan: ConnectionPlan): Promise<Socket | TLSSocket> {
  const socket = await openTcp(plan);
  if (!plan.tls) return socket;
  if (plan.proxy) {
    plan.enter('proxy');
    await openTunnel(plan, plan.proxy, socket);
  }
  plan.enter('tls');
  const secure = connectTls({ ...plan.tls, socket });
  plan.own(secure);
  return until(secure, 'secureConnect');
}

function openTcp({ hostname, port, proxy, lookup, enter, own }: ConnectionPlan): Promise<Socket> {
  const socket = connectTcp({
    host: proxy?.hostname ?? hostname,
    port: proxy?.port ?? port,
    noDelay: true,
    ...(lookup && { lookup }),
  });
  own(socket);
  socket.once('lookup', () => enter('tcp'));
  return until(socket, 'connect');
}

function openTunnel({ peer, hostname, port, own }: ConnectionPlan, proxy: HttpProxy, socket: Socket): Promise<void> {
  const authority = `${isIP(hostname) === 6 ? `[${hostname}]` : hostname}:${port}`;
  const headers = ['Host', authority];
  if (proxy.authorization) headers.push('Proxy-Authorization', proxy.authorization);
  const tunnel = request({ method: 'CONNECT', path: authority, headers, createConnection: () => socket });
  own(tunnel);
  return new Promise((resolve, reject) => {
    tunnel.once('error', reject);
    tunnel.once('connect', (answer, _socket, early) => {
      // RFC 9110 section 9.3.6: any 2xx opens the tunnel.
      if (Math.floor((answer.statusCode ?? 0) / 100) !== 2) {
        reject(proxyRefused(proxy.name, peer, answer.statusCode ?? 0));
        return;
      }
      if (early.length > 0) socket.unshift(early);
      resolve();
    });
    tunnel.end();
  });
}

function until<Opened extends Socket>(socket: Opened, event: string): Promise<Opened> {
  return new Promise((resolve, reject) => {
    socket.once(event, () => resolve(socket));
    socket.once('error', reject);
  });
}
