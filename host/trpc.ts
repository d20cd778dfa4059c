import { initTRPC, TRPCError } from '@trpc/server';
import { HufuError, type HufuErrorDetail } from '../shared/hufu-error.ts';
import type { Host } from './host.ts';

/** What each procedure gets from the shell that calls it. */
export interface ApiContext {
  readonly host: Host;
}

const trpc = initTRPC.context<ApiContext>().create({
  // A refused input reaches the shell with its two sentences; anything else stays what it is, a defect of ours.
  errorFormatter: ({ shape, error }) => ({
    ...shape,
    // What JSON.parse says quotes its input.
    ...(error.code === 'PARSE_ERROR' && { message: 'The request is not valid JSON.' }),
    data: { ...shape.data, stack: undefined, hufu: detailOf(error.cause) },
  }),
});

export const router = trpc.router;

export const procedure = trpc.procedure.use(async ({ next }) => {
  const result = await next();
  if (!result.ok && result.error.cause instanceof HufuError) {
    throw new TRPCError({ code: 'BAD_REQUEST', message: result.error.message, cause: result.error.cause });
  }
  return result;
});

function detailOf(cause: unknown): HufuErrorDetail | undefined {
  return cause instanceof HufuError ? cause.detail : undefined;
}
