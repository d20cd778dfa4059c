import { z } from 'zod';
import { callSchema } from './call.ts';

/** What was typed and is not in a file yet, under the request's id. JSON text in the table `draft`. */
export const draftSchema = z.object({
  format: z.literal(2),
  call: callSchema,
  /** Digest of the file that it was made from: another one on disk is a conflict. Absent: there never was a file. */
  base: z.string().optional(),
  /** Of a request that has no file yet. */
  title: z.string().optional(),
  /** Folder that a request without a file belongs to, for its variables. */
  folder: z.string().optional(),
});

export type Draft = z.infer<typeof draftSchema>;

/** Ids of requests that were never saved begin so. */
export const unsavedPrefix = 'new/';

/** Drafts of own platforms are kept beside those of requests, under names of their own. */
export const platformDraftPrefix = 'platform:';
