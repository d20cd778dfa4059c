import {
  type AnyRouter,
  callTRPCProcedure,
  getTRPCErrorFromUnknown,
  getTRPCErrorShape,
  type inferRouterContext,
  TRPCError,
} from '@trpc/server';
import { getHTTPStatusCodeFromError } from '@trpc/server/http';
import { type PortAnswer, portRequestSchema } from '../../shared/model/port-messages.ts';

export interface PortOptions<Router extends AnyRouter> {
  readonly router: Router;
  readonly createContext: () => inferRouterContext<Router>;
  /** Posts to the other end of the port. */
  readonly send: (answer: PortAnswer) => void;
  /** Told of every failure that is ours; the page learns only that there was one. */
  readonly onDefect?: (error: unknown) => void;
}

export interface PortAnswers {
  /** Takes what arrived at this end of the port. */
  receive(message: unknown): void;
  /** Gives up every open call: the other end is gone. */
  close(): void;
}

/**
 * Answers the messages of one port with the procedures of a router, in the envelopes and with the errors that the same
 * calls get over HTTP (`startBrowserServer`), so that a page cannot tell the shells apart. A message that is no
 * `PortRequest` is a defect and not answered; the answer to an abandoned call is not sent.
 */
export function answerPortMessages<Router extends AnyRouter>({
  router,
  createContext,
  send,
  onDefect = () => undefined,
}: PortOptions<Router>): PortAnswers {
  const open = new Map<number, AbortController>();

  async function call(id: number, path: string, input: unknown): Promise<void> {
    const abandonment = new AbortController();
    open.set(id, abandonment);
    const answer = await answerOf({ path, input, signal: abandonment.signal });
    if (abandonment.signal.aborted) return;
    open.delete(id);
    send({ id, ...answer });
  }

  async function answerOf({ path, input, signal }: { path: string; input: unknown; signal: AbortSignal }) {
    let context: inferRouterContext<Router> | undefined;
    try {
      context = createContext();
      const data: unknown = await callTRPCProcedure({
        router,
        path,
        // The page does not say which kind it calls, as it does not over HTTP, where everything is a POST.
        type: 'mutation',
        allowMethodOverride: true,
        getRawInput: async () => input,
        ctx: context,
        signal,
        batchIndex: 0,
      });
      return { status: 200, body: asJson({ result: { data: withoutStream(data) } }) };
    } catch (cause) {
      const error = getTRPCErrorFromUnknown(cause);
      if (error.code === 'INTERNAL_SERVER_ERROR' && !signal.aborted) onDefect(error.cause ?? error);
      const shape: unknown = getTRPCErrorShape({
        config: router._def._config,
        error,
        type: 'mutation',
        path,
        input,
        ctx: context,
      });
      return { status: getHTTPStatusCodeFromError(error), body: asJson({ error: shape }) };
    }
  }

  return {
    receive(message) {
      const { success, data, error } = portRequestSchema.safeParse(message);
      if (!success) {
        onDefect(error);
      } else if ('abort' in data) {
        open.get(data.id)?.abort();
        open.delete(data.id);
      } else {
        call(data.id, data.path, data.input).catch(onDefect);
      }
    },
    close() {
      for (const abandonment of open.values()) abandonment.abort();
      open.clear();
    },
  };
}

/**
 * What JSON leaves of a value. A port could carry more – bytes, `undefined`, dates – but then the same page would meet
 * other values in a browser.
 */
function asJson(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

/** A stream has no place in one answer, here as in one answer over HTTP. */
function withoutStream(data: unknown): unknown {
  if (typeof data === 'object' && data !== null && Symbol.asyncIterator in data) {
    throw new TRPCError({ code: 'UNSUPPORTED_MEDIA_TYPE', message: 'A stream cannot be sent as one answer.' });
  }
  return data;
}
