import { z } from 'zod';
import { callSchema, drawnSchema } from '../shared/model/call.ts';
import { faultsSchema } from '../shared/model/simulator.ts';
import { environmentApi } from './environments/environment-api.ts';
import { historyApi } from './history/history-api.ts';
import { keyApi } from './keys/key-api.ts';
import { platformApi } from './platforms/platform-api.ts';
import { procedure, router } from './trpc.ts';
import { vaultApi } from './vault/vault-api.ts';
import { workspaceApi } from './workspace/workspace-api.ts';

const composed = z.strictObject({
  call: callSchema,
  drawn: drawnSchema,
  /** `RequestFolder.path` that the call belongs to, for its variables. */
  folder: z.string().default(''),
  /** The saved request or draft that it is made from. */
  requestId: z.string().optional(),
});

/** The procedures every shell calls: over HTTP from a browser, over a MessagePort in Electron. */
export const api = router({
  capabilities: procedure.query(({ ctx }) => ctx.host.capabilities()),
  platforms: procedure.query(({ ctx }) => ctx.host.platforms()),
  workspace: workspaceApi,

  preview: procedure.input(composed).mutation(({ ctx, input }) => ctx.host.preview(input)),
  send: procedure.input(composed).mutation(({ ctx, input, signal }) => ctx.host.send(input, signal)),
  /** For the user's eyes only: nobody records or caches what it answers. */
  pageAddress: procedure.input(composed).mutation(({ ctx, input, signal }) => ctx.host.pageAddress(input, signal)),
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

  /** Variables that earlier calls in an environment took out of their answers. */
  handedOn: procedure.input(z.string()).query(({ ctx, input }) => ctx.host.handedOn(input)),

  /** Whether an environment has a session, and until when. */
  sessions: procedure.input(z.string()).query(({ ctx, input }) => ctx.host.sessions.list(input)),
  forgetSessions: procedure.input(z.string()).mutation(({ ctx, input }) => ctx.host.sessions.forget(input)),

  vault: vaultApi,
  keys: keyApi,
  environments: environmentApi,
  history: historyApi,

  /** Of all drafts, the last saved first. */
  drafts: procedure.query(({ ctx }) => ctx.host.drafts()),
  draft: procedure.input(z.string()).query(({ ctx, input }) => ctx.host.draft(input) ?? null),
  saveDraft: procedure
    .input(z.strictObject({ id: z.string(), content: z.string() }))
    .mutation(({ ctx, input }) => ctx.host.saveDraft(input.id, input.content)),
  removeDraft: procedure.input(z.string()).mutation(({ ctx, input }) => ctx.host.removeDraft(input)),

  ownPlatforms: platformApi,

  simulators: procedure.query(({ ctx }) => ctx.host.simulators()),
  setFaults: procedure
    .input(z.strictObject({ platform: z.string(), faults: faultsSchema }))
    .mutation(({ ctx, input }) => ctx.host.setFaults(input.platform, input.faults)),
});

export type Api = typeof api;
