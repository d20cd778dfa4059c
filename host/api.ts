import { initTRPC, TRPCError } from '@trpc/server';
import { z } from 'zod';
import { HufuError, type HufuErrorDetail } from '../shared/hufu-error.ts';
import { callSchema, drawnSchema } from '../shared/model/call.ts';
import { faultsSchema } from '../shared/model/simulator.ts';
import type { Host } from './host.ts';

/** What each procedure gets from the shell that calls it. */
export interface ApiContext {
  readonly host: Host;
}

const trpc = initTRPC.context<ApiContext>().create({
  // A refused input reaches the shell with its two sentences; anything else stays what it is, a defect of ours.
  errorFormatter: ({ shape, error }) => ({
    ...shape,
    data: { ...shape.data, stack: undefined, hufu: detailOf(error.cause) },
  }),
});

const procedure = trpc.procedure.use(async ({ next }) => {
  const result = await next();
  if (!result.ok && result.error.cause instanceof HufuError) {
    throw new TRPCError({ code: 'BAD_REQUEST', message: result.error.message, cause: result.error.cause });
  }
  return result;
});

function detailOf(cause: unknown): HufuErrorDetail | undefined {
  return cause instanceof HufuError ? cause.detail : undefined;
}

const composed = z.strictObject({ call: callSchema, drawn: drawnSchema });

/** The procedures every shell calls: over HTTP from a browser, over a MessagePort in Electron. */
export const api = trpc.router({
  capabilities: procedure.query(({ ctx }) => ctx.host.capabilities()),
  platforms: procedure.query(({ ctx }) => ctx.host.platforms()),
  workspace: procedure.query(({ ctx }) => ctx.host.workspace()),

  preview: procedure.input(composed).mutation(({ ctx, input }) => ctx.host.preview(input.call, input.drawn)),
  send: procedure.input(composed).mutation(({ ctx, input, signal }) => ctx.host.send(input.call, input.drawn, signal)),
  traceValue: procedure
    .input(
      z.strictObject({
        traceId: z.string(),
        step: z.number().int().min(0),
        slot: z.string(),
        part: z.number().int().min(0),
        form: z.enum(['text', 'hex', 'base64']),
      }),
    )
    .query(({ ctx, input }) => ctx.host.traceValue(input)),

  setSessionKey: procedure
    .input(z.strictObject({ environment: z.string(), slot: z.string(), text: z.string() }))
    .mutation(({ ctx, input }) => ctx.host.setSessionKey(input.environment, input.slot, input.text)),

  draft: procedure.input(z.string()).query(({ ctx, input }) => ctx.host.draft(input) ?? null),
  saveDraft: procedure
    .input(z.strictObject({ id: z.string(), content: z.string() }))
    .mutation(({ ctx, input }) => ctx.host.saveDraft(input.id, input.content)),
  removeDraft: procedure.input(z.string()).mutation(({ ctx, input }) => ctx.host.removeDraft(input)),

  simulators: procedure.query(({ ctx }) => ctx.host.simulators()),
  setFaults: procedure
    .input(z.strictObject({ platform: z.string(), faults: faultsSchema }))
    .mutation(({ ctx, input }) => ctx.host.setFaults(input.platform, input.faults)),
});

export type Api = typeof api;
