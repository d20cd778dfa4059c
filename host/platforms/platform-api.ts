import { z } from 'zod';
import {
  platformDraftSchema,
  platformTextSchema,
  platformTrialSchema,
  savePlatformSchema,
} from '../../shared/model/own-platform.ts';
import { procedure, router } from '../trpc.ts';

export const platformApi = router({
  list: procedure.query(({ ctx }) => ctx.host.ownPlatforms.list()),
  open: procedure.input(z.string()).query(({ ctx, input }) => ctx.host.ownPlatforms.open(input)),
  stepKinds: procedure.query(({ ctx }) => ctx.host.ownPlatforms.stepKinds()),
  check: procedure.input(platformDraftSchema).mutation(({ ctx, input }) => ctx.host.ownPlatforms.check(input)),
  checkText: procedure.input(platformTextSchema).mutation(({ ctx, input }) => ctx.host.ownPlatforms.checkText(input)),
  try: procedure.input(platformTrialSchema).mutation(({ ctx, input }) => ctx.host.ownPlatforms.try(input)),
  save: procedure.input(savePlatformSchema).mutation(({ ctx, input }) => ctx.host.ownPlatforms.save(input)),
  saveText: procedure.input(platformTextSchema).mutation(({ ctx, input }) => ctx.host.ownPlatforms.saveText(input)),
  remove: procedure.input(z.string()).mutation(({ ctx, input }) => ctx.host.ownPlatforms.remove(input)),
});
