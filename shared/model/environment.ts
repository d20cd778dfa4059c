import { z } from 'zod';
import type { Bilingual } from '../bilingual.ts';
import { variablesSchema } from './call.ts';

/** How the other side is reached. Holds no secret: the client key and the proxy's password are keys of the vault. */
export const environmentTransportSchema = z.strictObject({
  /** The platform's own limit when absent. */
  timeoutSeconds: z.number().min(0.1).max(3600).optional(),
  /** `http://[user@]host:port`. */
  proxy: z.string().max(500).optional(),
  /** PEM certificates that are trusted instead of the public authorities. */
  ca: z.string().max(200_000).optional(),
  /** PEM, with its chain; its key fills the slot `tls.clientKey`. */
  clientCertificate: z.string().max(200_000).optional(),
  /** `host:port` of servers whose certificates are not verified; every call to them says so. */
  unverifiedHosts: z.array(z.string().max(300)).readonly().optional(),
});
export type EnvironmentTransport = z.infer<typeof environmentTransportSchema>;

/** Where and as whom calls of one platform are made. Names key slots; what fills them stays with the host. */
export interface Environment {
  readonly id: string;
  readonly platform: string;
  readonly title: Bilingual;
  /** May hold `{{simulator}}`, the address of the platform's embedded simulator. */
  readonly url: string;
  /** Values of header fields with the rule `environment` (`appCode`). */
  readonly values: Readonly<Record<string, string>>;
  readonly conventions: Readonly<Record<string, string>>;
  readonly variables: Readonly<Record<string, string>>;
  readonly transport: EnvironmentTransport;
  /** False where personal data must not stay: the history then keeps no bodies of its calls. */
  readonly keepsBodies: boolean;
  readonly keys: readonly KeyStatus[];
  /** Changes with every byte of its file. */
  readonly digest: string;
  /** Ships with the program: cannot be changed or removed. */
  readonly isSample: boolean;
}

export const saveEnvironmentSchema = z.strictObject({
  /** The name of its file; empty for a new one, which is named after its title. */
  id: z.string(),
  platform: z.string(),
  title: z.string().min(1).max(200),
  url: z.string(),
  values: z.record(z.string(), z.string()),
  conventions: z.record(z.string(), z.string()),
  variables: variablesSchema.default({}),
  transport: environmentTransportSchema.default({}),
  keepsBodies: z.boolean().default(true),
  /** Digest of the file that the user last saw. Another one on disk is `environment.changedOnDisk`; absent: replace whatever is there. */
  base: z.string().optional(),
});
export type SaveEnvironment = z.infer<typeof saveEnvironmentSchema>;

export interface KeyStatus {
  readonly slot: string;
  /**
   * `sample`: a key that ships with the sample workspace. `session`: entered, held until the host stops. `vault`: a key
   * of the vault. `locked`: the same, and the vault is locked. `unreadable`: nobody knows, the vault is damaged.
   */
  readonly filledBy: 'sample' | 'session' | 'vault' | 'locked' | 'unreadable' | 'nothing';
}
