import { z } from 'zod';
import { procedure, router } from '../trpc.ts';
import {
  addKeySchema,
  examineKeySchema,
  exportPublicSchema,
  exportSecretSchema,
  assignKeySchema,
  generateKeySchema,
  keyPlaceSchema,
  originSchema,
  retireKeySchema,
  sessionKeySchema,
} from './key-service.ts';

export const keyApi = router({
  ring: procedure.query(({ ctx }) => ctx.host.keys.ring()),
  // Mutations, all that takes a key: a query's input would be kept in the caches of the page.
  examine: procedure.input(examineKeySchema).mutation(({ ctx, input }) => ctx.host.keys.examine(input)),
  add: procedure.input(addKeySchema).mutation(({ ctx, input }) => ctx.host.keys.add(input)),
  generate: procedure.input(generateKeySchema).mutation(({ ctx, input }) => ctx.host.keys.generate(input)),
  rename: procedure
    .input(z.strictObject({ id: z.string(), label: z.string().max(200) }))
    .mutation(({ ctx, input }) => ctx.host.keys.rename(input)),
  assign: procedure.input(assignKeySchema).mutation(({ ctx, input }) => ctx.host.keys.assign(input)),
  withdraw: procedure
    .input(z.strictObject({ id: z.string(), place: keyPlaceSchema }))
    .mutation(({ ctx, input }) => ctx.host.keys.withdraw(input)),
  setRetired: procedure.input(retireKeySchema).mutation(({ ctx, input }) => ctx.host.keys.setRetired(input)),
  remove: procedure.input(z.string()).mutation(({ ctx, input }) => ctx.host.keys.remove(input)),
  exportPublic: procedure.input(exportPublicSchema).mutation(({ ctx, input }) => ctx.host.keys.exportPublic(input)),
  exportSecret: procedure.input(exportSecretSchema).mutation(({ ctx, input }) => ctx.host.keys.exportSecret(input)),
  allowOrigin: procedure.input(originSchema).mutation(({ ctx, input }) => ctx.host.keys.allowOrigin(input)),
  disallowOrigin: procedure.input(originSchema).mutation(({ ctx, input }) => ctx.host.keys.disallowOrigin(input)),
  setSessionKey: procedure.input(sessionKeySchema).mutation(({ ctx, input }) => ctx.host.keys.setSessionKey(input)),
  clearSessionKey: procedure.input(keyPlaceSchema).mutation(({ ctx, input }) => ctx.host.keys.clearSessionKey(input)),
});
