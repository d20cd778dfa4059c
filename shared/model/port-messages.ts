import { z } from 'zod';

/**
 * What a page sends over the one MessagePort of the desktop shell: a call of a procedure, or word that nobody waits for
 * its answer any more. `path` and `input` are those of tRPC; `id` is chosen by the page, unique among its open calls.
 */
export const portRequestSchema = z.union([
  z.object({ id: z.number().int(), abort: z.literal(true) }),
  z.object({ id: z.number().int(), path: z.string(), input: z.unknown().optional() }),
]);

export type PortRequest = z.infer<typeof portRequestSchema>;

/** What comes back over HTTP, without HTTP: tRPC's envelope, `{ result: { data } }` or `{ error }`, and its status. */
export interface PortAnswer {
  readonly id: number;
  /** HTTP status: 200, or that of the error. */
  readonly status: number;
  readonly body: unknown;
}
