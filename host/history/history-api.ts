import { z } from 'zod';
import {
  exportHistorySchema,
  historyQuerySchema,
  markHistorySchema,
  retentionSchema,
} from '../../shared/model/history.ts';
import { procedure, router } from '../trpc.ts';

const ids = z.array(z.string()).min(1).max(1000).readonly();

export const historyApi = router({
  list: procedure.input(historyQuerySchema).query(({ ctx, input }) => ctx.host.history.list(input)),
  facets: procedure.query(({ ctx }) => ctx.host.history.facets()),
  show: procedure.input(z.string()).query(({ ctx, input }) => ctx.host.history.show(input)),
  wire: procedure
    .input(
      z.strictObject({
        id: z.string(),
        side: z.enum(['request', 'response']),
        form: z.enum(['text', 'hex', 'base64']),
      }),
    )
    .query(({ ctx, input }) => ctx.host.history.wire(input)),
  compare: procedure
    .input(z.strictObject({ left: z.string(), right: z.string() }))
    .query(({ ctx, input }) => ctx.host.history.compare(input)),
  mark: procedure.input(markHistorySchema).mutation(({ ctx, input }) => ctx.host.history.mark(input)),
  remove: procedure.input(ids).mutation(({ ctx, input }) => ctx.host.history.remove(input)),
  restore: procedure.input(ids).mutation(({ ctx, input }) => ctx.host.history.restore(input)),
  export: procedure.input(exportHistorySchema).mutation(({ ctx, input }) => ctx.host.history.export(input)),
  import: procedure.input(z.string()).mutation(({ ctx, input }) => ctx.host.history.import(input)),
  retention: procedure.query(({ ctx }) => ctx.host.history.retention()),
  setRetention: procedure.input(retentionSchema).mutation(({ ctx, input }) => ctx.host.history.setRetention(input)),
  sendExactly: procedure
    .input(z.string())
    .mutation(({ ctx, input, signal }) => ctx.host.history.sendExactly(input, signal)),
  signAndSend: procedure
    .input(z.string())
    .mutation(({ ctx, input, signal }) => ctx.host.history.signAndSend(input, signal)),
});
