import { join } from 'node:path';
import { createPlatformFiles } from '../../host/platforms/platform-files.ts';
import type { PlatformStore } from '../../host/platforms/platform-store.ts';
import type { Providers } from '../../shared/providers/providers.ts';
import { workspaceOfCommand, type WorkspaceOptions } from './workspace-of-command.ts';

/** The own platforms of the workspace that a command works in. */
export function platformsOfCommand({ state, workspace }: WorkspaceOptions): PlatformStore {
  const folder = workspaceOfCommand({
    ...(state !== undefined && { state }),
    ...(workspace !== undefined && { workspace }),
  });
  return createPlatformFiles({ folder: join(folder, 'providers') });
}

/** Built-in platforms and those of the workspace that a command works in. */
export function providersOfCommand(options: WorkspaceOptions): Providers {
  return platformsOfCommand(options).providers;
}
