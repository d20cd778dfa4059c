import type { Bilingual } from '../../shared/bilingual.ts';
import { HufuError } from '../../shared/hufu-error.ts';
import type { Phase } from './http-exchange.ts';
import { tlsFailure } from './tls-failure.ts';

/** Where an exchange was when it failed. */
export interface FailurePlace {
  /** Host and port of the request. */
  readonly peer: string;
  /** Host and port of the proxy, if there is one. */
  readonly proxy: string | undefined;
  readonly phase: Phase;
}

const phaseNames: Readonly<Record<Phase, Bilingual>> = {
  dns: { zh: '解析主机名', en: 'resolving the host name' },
  tcp: { zh: '建立连接', en: 'connecting' },
  proxy: { zh: '通过代理建立隧道', en: 'opening a tunnel through the proxy' },
  tls: { zh: '进行 TLS 握手', en: 'performing the TLS handshake' },
  firstByte: { zh: '等待应答', en: 'waiting for the answer' },
  body: { zh: '接收应答体', en: 'receiving the answer' },
};

/** A failure of the network as a sentence; a `HufuError` and what is no failure of the network come back as they are. */
export function transportError(error: unknown, place: FailurePlace): unknown {
  if (error instanceof HufuError || !(error instanceof Error)) return error;
  const code = 'code' in error ? String(error.code) : undefined;
  if (code === undefined) return error;
  const { peer, phase } = place;
  const during = phaseNames[phase];
  // Until the tunnel stands, whoever cannot be reached is the proxy.
  if (place.proxy !== undefined && (phase === 'dns' || phase === 'tcp' || phase === 'proxy')) {
    return fail('transport.proxy', {
      zh: `无法使用代理 ${place.proxy}（${during.zh}时出错：${code}）；请检查代理地址，或关闭代理后重试。`,
      en: `The proxy ${place.proxy} cannot be used (${code} while ${during.en}); check its address, or try without it.`,
    });
  }
  // `message` of OpenSSL is a line of its log, with addresses in it.
  const tls = tlsFailure(code, 'reason' in error ? String(error.reason) : error.message);
  if (tls) {
    return fail('transport.tls', {
      zh: `与 ${peer} 的 TLS 连接失败：${tls.zh}。`,
      en: `The TLS connection with ${peer} failed: ${tls.en}.`,
    });
  }
  switch (code) {
    case 'ECONNREFUSED':
      return fail('transport.refused', {
        zh: `${peer} 拒绝连接；请检查主机和端口，以及对方服务是否已启动。`,
        en: `${peer} refused the connection; check host and port, and whether the service there is running.`,
      });
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EAI_FAIL':
    case 'EAI_NODATA':
    case 'EAI_NONAME':
      return fail('transport.dns', {
        zh: `无法解析 ${peer} 的主机名（${code}）；请检查拼写、网络、DNS 或 hosts 文件。`,
        en: `The host name of ${peer} cannot be resolved (${code}); check its spelling, the network, DNS or the hosts file.`,
      });
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'EADDRNOTAVAIL':
    case 'EACCES':
    case 'EPERM':
      return fail('transport.unreachable', {
        zh: `没有到 ${peer} 的网络路径（${code}）；请检查网络、专线或 VPN 以及防火墙。`,
        en: `There is no way through the network to ${peer} (${code}); check the network, leased line or VPN, and firewalls.`,
      });
    case 'ETIMEDOUT':
      return fail('transport.timeout', {
        zh: `系统在${during.zh}时放弃了与 ${peer} 的连接；请检查网络和防火墙。`,
        en: `The system gave up on ${peer} while ${during.en}; check the network and firewalls.`,
      });
    case 'ECONNRESET':
    case 'ECONNABORTED':
    case 'EPIPE':
      return connectionLost(place);
    default:
      if (!code.startsWith('HPE_')) return fail('transport.failed', failedText(place, code));
      return fail('transport.badAnswer', {
        zh: `${peer} 的应答不是正确的 HTTP（${code}）；请检查端口，地址可能应以 https:// 开头。`,
        en: `The answer of ${peer} is not proper HTTP (${code}); check the port, the address may have to start with https://.`,
      });
  }
}

/** The peer, or something on the way, closed the connection; `received` and `expected` count bytes of the body. */
export function connectionLost(
  { peer, phase }: FailurePlace,
  body?: { received: number; expected?: number },
): HufuError {
  const during = phaseNames[phase];
  const amount = body && {
    zh: `，已收到 ${body.received} 字节${body.expected === undefined ? '' : `，应为 ${body.expected} 字节`}`,
    en: `, after ${body.received}${body.expected === undefined ? '' : ` of ${body.expected}`} bytes of the body`,
  };
  return fail('transport.reset', {
    zh: `${peer} 在${during.zh}时断开了连接${amount?.zh ?? ''}；请查看对方日志后重试。`,
    en: `${peer} closed the connection while ${during.en}${amount?.en ?? ''}; look into the log of the peer and try again.`,
  });
}

/** A status 101 that nobody asked for: what follows is no HTTP. */
export function switchedProtocol(peer: string, protocol: string | undefined): HufuError {
  return fail('transport.badAnswer', {
    zh: `${peer} 把连接切换到了另一协议（${protocol ?? '未说明'}），应为 HTTP 应答；请检查地址和中间的网关。`,
    en: `${peer} switched the connection to another protocol (${protocol ?? 'not named'}), an HTTP answer is expected; check the address and any gateway in between.`,
  });
}

export function timedOut({ peer, phase }: FailurePlace, timeoutMilliseconds: number): HufuError {
  return fail('transport.timeout', {
    zh: `在 ${timeoutMilliseconds} 毫秒内没有完成与 ${peer} 的通信，当时正在${phaseNames[phase].zh}；请检查网络和对方服务，或调大超时时间。`,
    en: `The exchange with ${peer} did not finish within ${timeoutMilliseconds} ms, it was ${phaseNames[phase].en}; check the network and the service, or allow more time.`,
  });
}

export function aborted({ peer, phase }: FailurePlace): HufuError {
  return fail('transport.aborted', {
    zh: `与 ${peer} 的通信已取消，当时正在${phaseNames[phase].zh}。`,
    en: `The exchange with ${peer} was cancelled while ${phaseNames[phase].en}.`,
  });
}

export function tooLarge(peer: string, limitBytes: number, announced: number | undefined): HufuError {
  return fail('transport.tooLarge', {
    zh: `${peer} 的应答体${announced === undefined ? '' : `有 ${announced} 字节，`}超过 ${limitBytes} 字节的上限，已停止接收；如确有需要请调大上限。`,
    en: `The answer of ${peer} ${announced === undefined ? 'is' : `has ${announced} bytes,`} over the limit of ${limitBytes} bytes, and was not read on; raise the limit if such answers are right.`,
  });
}

export function proxyRefused(proxy: string, peer: string, status: number): HufuError {
  const text =
    status === 407
      ? {
          zh: `代理 ${proxy} 要求身份验证（407）；请在代理地址中写明正确的 用户名:密码@。`,
          en: `The proxy ${proxy} asks for credentials (407); put the right user:password@ into its address.`,
        }
      : {
          zh: `代理 ${proxy} 不肯连接 ${peer}（状态 ${status}，应为 2xx）；请检查代理的规则。`,
          en: `The proxy ${proxy} does not connect to ${peer} (status ${status}, 2xx is expected); check its rules.`,
        };
  return fail('transport.proxy', text);
}

function failedText({ peer, phase }: FailurePlace, code: string): Bilingual {
  const during = phaseNames[phase];
  return {
    zh: `与 ${peer} 的通信在${during.zh}时出错（${code}）；请检查地址和网络后重试。`,
    en: `The exchange with ${peer} failed while ${during.en} (${code}); check the address and the network and try again.`,
  };
}

function fail(code: string, text: Bilingual): HufuError {
  return new HufuError({ code, text });
}
