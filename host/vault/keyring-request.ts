import { z } from 'zod';

/** What the keyring process reads on standard input, once, as JSON. `probe` writes, reads back and removes an account of its own. */
export const keyringRequest = z.discriminatedUnion('operation', [
  z.object({ operation: z.literal('probe'), service: z.string() }),
  z.object({ operation: z.literal('save'), service: z.string(), account: z.string(), value: z.string() }),
  z.object({ operation: z.enum(['load', 'forget']), service: z.string(), account: z.string() }),
]);

export type KeyringRequest = z.infer<typeof keyringRequest>;

/**
 * What it writes on standard output, as JSON. No text of the binding is passed on: nobody promises what stands in it.
 * `binding`: the package or its native part cannot be loaded. `store`: there is no store, or it refused.
 */
export const keyringAnswer = z.discriminatedUnion('done', [
  z.object({ done: z.literal(true), value: z.string().optional() }),
  z.object({ done: z.literal(false), failure: z.enum(['binding', 'store']) }),
]);

export type KeyringAnswer = z.infer<typeof keyringAnswer>;
