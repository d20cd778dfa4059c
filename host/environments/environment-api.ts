import { z } from 'zod';
import { saveEnvironmentSchema } from '../../shared/model/environment.ts';
import { procedure, router } from '../trpc.ts';

export const environmentApi = router({
  save: procedure.input(saveEnvironmentSchema).mutation(({ ctx, input }) => ctx.host.environments.save(input)),
  remove: procedure.input(z.string()).mutation(({ ctx, input }) => ctx.host.environments.remove(input)),
});
