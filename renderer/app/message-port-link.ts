import { httpLink, type TRPCLink } from '@trpc/client';
import type { Api } from '../../host/api.ts';
import type { PortAnswer, PortRequest } from '../../shared/model/port-messages.ts';

type Port = Pick<MessagePort, 'postMessage' | 'addEventListener' | 'start'>;

/** The API over a MessagePort, as Electron's preload hands one over: the same envelopes as over HTTP, without HTTP. */
export function messagePortLink(port: Port): TRPCLink<Api> {
  return httpLink<Api>({ url: pretendedUrl, methodOverride: 'POST', fetch: fetchOver(port) });
}

const pretendedUrl = 'http://hufu.invalid/api';

interface Waiting {
  readonly resolve: (answer: PortAnswer) => void;
}

/** `fetch` as far as `httpLink` uses it. Exported for its test. */
export function fetchOver(port: Port) {
  const waiting = new Map<number, Waiting>();
  let last = 0;

  port.addEventListener('message', (event) => {
    const answer = event.data as PortAnswer;
    waiting.get(answer.id)?.resolve(answer);
    waiting.delete(answer.id);
  });
  port.start();

  return async (
    url: RequestInfo | URL | string,
    init?: { body?: unknown; signal?: AbortSignal | null | undefined },
  ) => {
    const id = (last += 1);
    const { signal } = init ?? {};
    signal?.throwIfAborted();
    const answer = await new Promise<PortAnswer>((resolve, reject) => {
      waiting.set(id, { resolve });
      signal?.addEventListener(
        'abort',
        () => {
          if (!waiting.delete(id)) return;
          port.postMessage({ id, abort: true } satisfies PortRequest);
          reject(new DOMException('The call was abandoned.', 'AbortError'));
        },
        { once: true },
      );
      const address = typeof url === 'string' ? url : 'url' in url ? url.url : url.href;
      const path = address.slice(pretendedUrl.length + 1);
      const input: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined;
      port.postMessage({ id, path, input } satisfies PortRequest);
    });
    return { ok: answer.status < 400, status: answer.status, json: () => Promise.resolve(answer.body) };
  };
}
