import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { stateDirectory } from '../../host/store/state-directory.ts';
import { workspaceFile, workspacePlace } from '../../host/workspace/workspace-folder.ts';
import { asUsage } from '../usage-error.ts';

export interface WorkspaceOptions {
  readonly state?: string;
  readonly workspace?: string;
}

/**
 * Folder of the workspace that a command works in: the named one, the one around `from` (a file or the working
 * directory), else that of the local state.
 */
export function workspaceOfCommand({ state, workspace }: WorkspaceOptions, from: string = process.cwd()): string {
  const directory = stateDirectory({ ...(state !== undefined && { override: state }) });
  if (workspace !== undefined)
    return asUsage(() => workspacePlace({ stateDirectory: directory, named: workspace }).folder);
  return workspaceAround(from) ?? workspacePlace({ stateDirectory: directory }).folder;
}

/** The nearest folder upward that holds a `hufu.yaml`. */
export function workspaceAround(from: string): string | undefined {
  const folder = resolve(from);
  if (existsSync(join(folder, workspaceFile))) return folder;
  const parent = dirname(folder);
  return parent === folder ? undefined : workspaceAround(parent);
}
