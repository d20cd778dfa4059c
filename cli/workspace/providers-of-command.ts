import { join } from 'node:path';
import { createPlatformFiles } from '../../host/platforms/platform-files.ts';
import type { Providers } from '../../shared/providers/providers.ts';
import { workspaceOfCommand, type WorkspaceOptions } from './workspace-of-command.ts';

/** Built-in platforms and those of the workspace that a command works in. */
export function providersOfCommand({ state, workspace }: WorkspaceOptions): Providers {
  const folder = workspaceOfCommand({
    ...(state !== undefined && { state }),
    ...(workspace !== undefined && { workspace }),
  });
  return createPlatformFiles({ folder: join(folder, 'providers') }).providers;
}
