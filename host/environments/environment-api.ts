import { z } from 'zod';
import { procedure, router } from '../trpc.ts';
import { saveEnvironmentSchema } from './environment-store.ts';

export const environmentApi = router({
  save: procedure.input(saveEnvironmentSchema).mutation(({ ctx, input }) => ctx.host.environments.save(input)),
  remove: procedure.input(z.string()).mutation(({ ctx, input }) => ctx.host.environments.remove(input)),
});
