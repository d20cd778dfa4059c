import { z } from 'zod';
import { latestClock } from '../profile/china-time.ts';

/** Values for `{{name}}`. A name is letters, digits, `_`, `-` and `.`, and begins with a letter or `_`. */
export const variablesSchema = z.record(
  z
    .string()
    .regex(/^[\p{L}_][\p{L}\p{N}_.-]*$/u)
    .max(100),
  z.string(),
);

/** Variables that take values out of the answer, by JSON Pointer (RFC 6901) into its body in clear. */
export const extractSchema = z.record(
  variablesSchema.keyType,
  z
    .string()
    .regex(/^(?:\/(?:[^~/]|~[01])*)*$/)
    .max(300),
);

/** One call as a user composes it. Names a platform, an interface and an environment; holds no key and no secret. */
export const callSchema = z.strictObject({
  platform: z.string(),
  /** Name of an interface of the profile, or empty where the header says everything. */
  interface: z.string(),
  environment: z.string(),
  /** Header fields locked by hand; all others are filled by their rules. */
  header: z.record(z.string(), z.string()),
  /** Further header members, sent behind those of the standard's table. */
  extraHeader: z.array(z.strictObject({ name: z.string(), value: z.string().nullable() })),
  /** The body as composed, JSON text. */
  body: z.string(),
  /** Conventions that differ from the environment's. */
  conventions: z.record(z.string(), z.string()),
  /** Overrides the environment's address when not empty. */
  url: z.string(),
  /** The call's own values for `{{name}}`; they go before those of folder, environment and workspace. */
  variables: variablesSchema.default({}),
  /** What later calls in the same environment may name. */
  extract: extractSchema.default({}),
});

export type Call = z.infer<typeof callSchema>;

/** Fixed values for what is otherwise drawn at the moment of sending. */
export const drawnSchema = z.strictObject({
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  clock: z.number().int().min(0).max(latestClock).optional(),
  nonce: z.string().optional(),
  serial: z.string().optional(),
});

export type Drawn = z.infer<typeof drawnSchema>;
