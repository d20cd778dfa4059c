import { once } from 'node:events';
import { connect, createServer as createTcpServer, type Socket } from 'node:net';
import { createServer as createTlsServer, type TlsOptions } from 'node:tls';

/** The other side of a connection in tests: sees the bytes as they come and answers with bytes as given. */
export interface TestPeer {
  readonly port: number;
  /** Every request that came whole, head and body, in order. */
  readonly requests: readonly Buffer[];
  close(): Promise<void>;
}

/** Calls `answer` with the socket once a request has come whole by its Content-Length. */
export async function startTestPeer(
  answer: (socket: Socket, request: Buffer) => void,
  tls?: TlsOptions,
): Promise<TestPeer> {
  const requests: Buffer[] = [];
  const sockets = new Set<Socket>();
  const onConnection = (socket: Socket) => {
    let received = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('data', (chunk: Buffer) => {
      received = Buffer.concat([received, chunk]);
      const end = wholeLength(received);
      if (end === undefined || received.length < end) return;
      const request = received.subarray(0, end);
      received = received.subarray(end);
      requests.push(request);
      answer(socket, request);
    });
  };
  const server = tls ? createTlsServer(tls, onConnection) : createTcpServer(onConnection);
  server.on('tlsClientError', () => undefined);
  server.on('connection', (socket: Socket) => sockets.add(socket));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    requests,
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** A proxy that opens whatever it is asked to as a tunnel to one port of this machine. */
export function startTunnelTo(port: number): Promise<TestPeer> {
  return startTestPeer((socket) => {
    socket.removeAllListeners('data');
    const onward = connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      socket.pipe(onward).pipe(socket);
    });
    onward.on('error', () => socket.destroy());
  });
}

function wholeLength(received: Buffer): number | undefined {
  const end = received.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const length = /^content-length: *(\d+)/im.exec(received.toString('latin1', 0, end))?.[1];
  return end + 4 + Number(length ?? 0);
}
