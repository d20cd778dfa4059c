import { z } from 'zod';
import { procedure, router } from '../trpc.ts';

const passphrase = z.string().max(10_000);

export const vaultApi = router({
  status: procedure.query(({ ctx }) => ctx.host.vault.status()),
  create: procedure
    .input(z.strictObject({ passphrase }))
    .mutation(({ ctx, input }) => ctx.host.vault.create(input.passphrase)),
  unlock: procedure
    .input(z.strictObject({ passphrase }))
    .mutation(({ ctx, input }) => ctx.host.vault.unlock(input.passphrase)),
  lock: procedure.mutation(({ ctx }) => ctx.host.vault.lock()),
  changePassphrase: procedure
    .input(z.strictObject({ current: passphrase, next: passphrase }))
    .mutation(({ ctx, input }) => ctx.host.vault.changePassphrase(input)),
  setRemembering: procedure.input(z.boolean()).mutation(({ ctx, input }) => ctx.host.vault.setRemembering(input)),
  setIdleMinutes: procedure
    .input(z.number().int().min(0).max(1440))
    .mutation(({ ctx, input }) => ctx.host.vault.setIdleMinutes(input)),
  restorePrevious: procedure.mutation(({ ctx }) => ctx.host.vault.restorePrevious()),
});
