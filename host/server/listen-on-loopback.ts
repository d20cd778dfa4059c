import type { Server } from 'node:net';
import { HufuError } from '../../shared/hufu-error.ts';

/**
 * Binds a server to 127.0.0.1 and returns its port, a free one for 0. A port that somebody else holds is never shared.
 * Errors: `server.portInUse`, `server.portForbidden`, `server.badPort`.
 */
export async function listenOnLoopback(server: Server, port: number): Promise<number> {
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new HufuError({
      code: 'server.badPort',
      field: 'port',
      text: {
        zh: `端口是 ${port}，应为 0 到 65535 的整数。`,
        en: `The port is ${port}, an integer from 0 to 65535 is expected.`,
      },
    });
  }
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(listenError(error, port)));
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

function listenError(error: Error, port: number): Error {
  const code = 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') {
    return new HufuError({
      code: 'server.portInUse',
      field: 'port',
      text: {
        zh: `端口 ${port} 已被另一个程序占用；请关闭它，或用 --port 指定别的端口，--port 0 自动选择空闲端口。`,
        en: `The port ${port} is in use by another program; close that one or name another port with --port, 0 takes a free one.`,
      },
    });
  }
  if (code === 'EACCES') {
    return new HufuError({
      code: 'server.portForbidden',
      field: 'port',
      text: {
        zh: `系统不允许使用端口 ${port}；请用 --port 指定 1024 以上的端口。`,
        en: `The system does not allow the port ${port}; name one above 1024 with --port.`,
      },
    });
  }
  return error;
}
