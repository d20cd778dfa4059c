import { z } from 'zod';
import type { HufuErrorDetail } from '../../shared/hufu-error.ts';

/** An environment as its file says it: no key, no allowed host. */
export const environmentFileSchema = z.looseObject({
  format: z.literal(1),
  platform: z.string(),
  title: z.string().min(1).max(200),
  /** Base address of the calls, http or https. */
  url: z.string(),
  /** Header fields with the rule `environment` (`appCode`). */
  values: z.record(z.string(), z.string()).default({}),
  /** Those that differ from the profile's. */
  conventions: z.record(z.string(), z.string()).default({}),
});

export const saveEnvironmentSchema = z.strictObject({
  /** The name of its file; empty for a new one, which is named after its title. */
  id: z.string(),
  platform: z.string(),
  title: z.string().min(1).max(200),
  url: z.string(),
  values: z.record(z.string(), z.string()),
  conventions: z.record(z.string(), z.string()),
});
export type SaveEnvironment = z.infer<typeof saveEnvironmentSchema>;

export interface StoredEnvironment extends Omit<SaveEnvironment, 'id'> {
  readonly id: string;
}

/**
 * One file per environment, `<folder>/<id>.yaml`, made for git: what is not known is kept, comments too. Errors:
 * `environment.unknown`, `environment.exists`, `environment.name`, `environment.url`, `environment.unreadable` with line
 * and column, `environment.newerFormat`, and those of the disk.
 */
export interface EnvironmentStore {
  list(): { readonly environments: readonly StoredEnvironment[]; readonly problems: readonly HufuErrorDetail[] };
  /** Throws `environment.unknown`, and why its file cannot be read. */
  find(id: string): StoredEnvironment;
  save(environment: SaveEnvironment): StoredEnvironment;
  remove(id: string): void;
}
