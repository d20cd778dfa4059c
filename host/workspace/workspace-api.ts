import { z } from 'zod';
import {
  createFolderSchema,
  createRequestSchema,
  describeFolderSchema,
  describeRequestSchema,
  describeWorkspaceSchema,
  moveFolderSchema,
  moveRequestSchema,
  saveRequestSchema,
} from '../../shared/model/workspace.ts';
import { procedure, router } from '../trpc.ts';

export const workspaceApi = router({
  read: procedure.query(({ ctx }) => ctx.host.workspace.read()),
  /** Answers once the revision is another than the one that is known; after half a minute in any case. */
  changed: procedure.input(z.number()).query(({ ctx, input, signal }) => ctx.host.workspace.changed(input, signal)),
  request: procedure.input(z.string()).query(({ ctx, input }) => ctx.host.workspace.request(input)),
  createRequest: procedure
    .input(createRequestSchema)
    .mutation(({ ctx, input }) => ctx.host.workspace.createRequest(input)),
  saveRequest: procedure.input(saveRequestSchema).mutation(({ ctx, input }) => ctx.host.workspace.saveRequest(input)),
  describeRequest: procedure
    .input(describeRequestSchema)
    .mutation(({ ctx, input }) => ctx.host.workspace.describeRequest(input)),
  moveRequest: procedure.input(moveRequestSchema).mutation(({ ctx, input }) => ctx.host.workspace.moveRequest(input)),
  duplicateRequest: procedure
    .input(z.string())
    .mutation(({ ctx, input }) => ctx.host.workspace.duplicateRequest(input)),
  removeRequest: procedure.input(z.string()).mutation(({ ctx, input }) => ctx.host.workspace.removeRequest(input)),
  createFolder: procedure
    .input(createFolderSchema)
    .mutation(({ ctx, input }) => ctx.host.workspace.createFolder(input)),
  describeFolder: procedure
    .input(describeFolderSchema)
    .mutation(({ ctx, input }) => ctx.host.workspace.describeFolder(input)),
  moveFolder: procedure.input(moveFolderSchema).mutation(({ ctx, input }) => ctx.host.workspace.moveFolder(input)),
  removeFolder: procedure.input(z.string()).mutation(({ ctx, input }) => ctx.host.workspace.removeFolder(input)),
  restore: procedure.input(z.string()).mutation(({ ctx, input }) => ctx.host.workspace.restore(input)),
  describe: procedure
    .input(describeWorkspaceSchema)
    .mutation(({ ctx, input }) => ctx.host.workspace.describeWorkspace(input)),
});
