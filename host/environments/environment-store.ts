import { z } from 'zod';
import { flagSchema } from '../workspace/format.ts';
import type { HufuErrorDetail } from '../../shared/hufu-error.ts';
import { variablesSchema } from '../../shared/model/call.ts';
import { environmentTransportSchema, type SaveEnvironment } from '../../shared/model/environment.ts';

/** An environment as its file says it: no key, no allowed host. */
export const environmentFileSchema = z.object({
  platform: z.string(),
  title: z.string().min(1).max(200),
  /** Base address of the calls, http or https; may hold variables. */
  url: z.string(),
  /** Header fields with the rule `environment` (`appCode`). */
  values: z.record(z.string(), z.string()).default({}),
  /** Those that differ from the profile's. */
  conventions: z.record(z.string(), z.string()).default({}),
  variables: variablesSchema.default({}),
  transport: z
    .object({
      ...environmentTransportSchema.shape,
      // Every scalar of a file is read as the text that stands there.
      timeoutSeconds: z.coerce.number().pipe(environmentTransportSchema.shape.timeoutSeconds.unwrap()).optional(),
    })
    .default({}),
  keepsBodies: flagSchema.default(true),
});

export interface StoredEnvironment extends Omit<SaveEnvironment, 'base'> {
  /** Changes with every byte of its file. */
  readonly digest: string;
}

/**
 * One file per environment, `<folder>/<id>.yaml`, made for git: what is not known is kept, comments too. Errors:
 * `environment.unknown`, `environment.exists`, `environment.changedOnDisk`, `environment.name`, `environment.url`, those of `requireTransport`,
 * `environment.unreadable` with line and column, `environment.newerFormat`, and those of the disk.
 */
export interface EnvironmentStore {
  list(): { readonly environments: readonly StoredEnvironment[]; readonly problems: readonly HufuErrorDetail[] };
  /** Throws `environment.unknown`, and why its file cannot be read. */
  find(id: string): StoredEnvironment;
  /** Of its file. */
  pathOf(id: string): string;
  save(environment: SaveEnvironment): StoredEnvironment;
  remove(id: string): void;
}
