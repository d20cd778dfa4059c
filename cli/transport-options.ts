import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import type { TransportOptions } from '../host/transport/send-http.ts';
import type { Connection } from './with-agreement.ts';
import { usage } from './usage-error.ts';

/** How a command that sends reaches the other side, and whether it writes down that it did. */
export interface ReachOptions {
  /** False with `--no-history`. */
  readonly history: boolean;
  readonly url?: string;
  readonly timeout?: string;
  readonly limit?: string;
  readonly ca?: string;
  readonly cert?: string;
  readonly certKey?: string;
  readonly insecure?: boolean;
  readonly proxy?: string;
}

export function addReachOptions(command: Command): Command {
  return command
    .option('--url <URL>', '地址，缺省为环境的 address, otherwise that of the environment')
    .option('--timeout <MS>', '超时毫秒 time limit in milliseconds')
    .option('--limit <BYTES>', '回答的字节上限 limit of the answer in bytes')
    .option('--ca <FILE>', '自己的 CA（PEM）own CA')
    .option('--cert <FILE>', '客户端证书（PEM）client certificate')
    .option('--cert-key <FILE>', '客户端证书的私钥（PEM）key of the client certificate')
    .option('--insecure', '不校验对方证书 do not verify the certificate of the other side')
    .option('--proxy <URL>', '代理 proxy')
    .option('--no-history', '不写入历史 leave it out of the history');
}

/** Single options go before the environment's; those of TLS together, so that no half of an identity is mixed with another's. */
export function transportOptions(options: ReachOptions): TransportOptions {
  const { ca, cert, certKey, insecure, proxy } = options;
  return {
    ...(options.timeout !== undefined && { timeoutMilliseconds: wholeNumber(options.timeout, '--timeout') }),
    ...(options.limit !== undefined && { responseLimitBytes: wholeNumber(options.limit, '--limit') }),
    ...(proxy !== undefined && { proxy: { url: proxy } }),
    ...(namesTls(options) && {
      tls: {
        verify: insecure !== true,
        ...(ca !== undefined && { caPem: pem(ca, '--ca') }),
        ...(cert !== undefined && { clientCertificatePem: pem(cert, '--cert') }),
        ...(certKey !== undefined && { clientKeyPem: pem(certKey, '--cert-key') }),
      },
    }),
  };
}

/** What single options say of the connection themselves. */
export function connectionOf(options: ReachOptions): Connection {
  return { tls: namesTls(options), proxy: options.proxy !== undefined };
}

function namesTls({ ca, cert, certKey, insecure }: ReachOptions): boolean {
  return [ca, cert, certKey, insecure].some((option) => option !== undefined);
}

function pem(path: string, option: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw usage('input.unreadable', option, [`读不到 ${path}。`, `Cannot read ${path}.`]);
  }
}

function wholeNumber(text: string, option: string): number {
  if (/^[1-9]\d{0,9}$/.test(text)) return Number(text);
  throw usage('option.number', option, [
    `${option} 应为正整数，实际是“${text}”。`,
    `${option} must be a positive whole number and is "${text}".`,
  ]);
}
