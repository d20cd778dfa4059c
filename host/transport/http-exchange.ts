import type { LookupFunction } from 'node:net';

/** A header field as it stands on the wire: name and value, case and order kept. */
export type HeaderField = readonly [name: string, value: string];

export interface HttpRequest {
  readonly method: string;
  /** `http:` or `https:`, without credentials; a fragment is not sent. */
  readonly url: string;
  /**
   * Sent in this order and case. Only what the protocol needs is added, and only when absent: `Host` in front,
   * `Content-Length` and `Connection: close` behind.
   */
  readonly headers: readonly HeaderField[];
  readonly body: Uint8Array;
}

export interface TransportOptions {
  /** From the first look-up to the last byte of the answer; `defaultTimeoutMilliseconds` when absent. */
  readonly timeoutMilliseconds?: number;
  /** How long the body of an answer may be, in bytes; `defaultResponseLimitBytes` when absent. */
  readonly responseLimitBytes?: number;
  readonly signal?: AbortSignal;
  readonly tls?: TlsChoice;
  /** `http://[user:password@]host:port`. */
  readonly proxy?: { readonly url: string };
  /** Resolves names instead of the system. */
  readonly lookup?: LookupFunction;
}

export interface TlsChoice {
  /** Certificates that are trusted instead of the public authorities. */
  readonly caPem?: string;
  readonly clientCertificatePem?: string;
  readonly clientKeyPem?: string;
  /** Opens an encrypted client key. */
  readonly passphrase?: string;
  /** Whether a server that does not prove its name is refused. When false, `tlsInfo` still says what is wrong. */
  readonly verify: boolean;
}

export const defaultTimeoutMilliseconds = 30_000;

/** 20 MB. */
export const defaultResponseLimitBytes = 20_000_000;

export interface HttpAnswer {
  readonly status: number;
  readonly statusText: string;
  readonly httpVersion: string;
  /** As received: order, case and repetitions kept. */
  readonly headers: readonly HeaderField[];
  /** The content as received, without chunk framing; a Content-Encoding is not undone, none is ever asked for. */
  readonly body: Uint8Array;
  /** Request line and headers as they were written, with the empty line; the credentials for a proxy are masked. */
  readonly requestHead: string;
  /** `requestHead` and the body: the whole request as it was written. */
  readonly requestBytes: Uint8Array;
  readonly timings: Timings;
  /** `address:port` of the peer, of the proxy when there is one. */
  readonly remoteAddress: string;
  readonly tlsInfo?: TlsInfo;
}

/** Milliseconds; `null` for a phase that this exchange did not have. */
export interface Timings {
  readonly dns: number | null;
  readonly tcp: number | null;
  /** The CONNECT exchange with a proxy. */
  readonly proxy: number | null;
  readonly tls: number | null;
  /** From the first byte sent to the head of the answer. */
  readonly firstByte: number | null;
  readonly body: number | null;
  readonly total: number;
}

export type Phase = Exclude<keyof Timings, 'total'>;

export interface TlsInfo {
  readonly protocol: string;
  readonly cipher: string;
  /** Whether the server proved its name to an authority that is trusted here. */
  readonly authorized: boolean;
  /** Why not, as OpenSSL names it. */
  readonly authorizationError?: string;
  readonly certificate?: {
    readonly subject: string;
    readonly issuer: string;
    readonly subjectAltName: string;
    /** ISO 8601. */
    readonly validFrom: string;
    readonly validTo: string;
    readonly fingerprint256: string;
  };
}
