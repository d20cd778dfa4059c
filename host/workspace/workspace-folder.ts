import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { HufuError } from '../../shared/hufu-error.ts';

/** Where the requests, environments and profiles lie. */
export interface WorkspacePlace {
  readonly folder: string;
  /** The user named no other: it is made with the samples when it is not there. */
  readonly isOwn: boolean;
}

/** The named folder, or the one of the local state. Throws `workspace.none` for a named folder that is no workspace. */
export function workspacePlace({
  stateDirectory,
  named,
}: {
  readonly stateDirectory: string;
  readonly named?: string | undefined;
}): WorkspacePlace {
  if (named === undefined) return { folder: join(stateDirectory, 'workspace'), isOwn: true };
  const folder = resolve(named);
  if (existsSync(join(folder, workspaceFile))) return { folder, isOwn: false };
  throw new HufuError({
    code: 'workspace.none',
    text: {
      zh: `${folder} 里没有 ${workspaceFile}，不是工作区；请先运行 hufu init "${folder}"，或指出另一个文件夹。`,
      en: `${folder} holds no ${workspaceFile} and is no workspace; run hufu init "${folder}" first, or name another folder.`,
    },
  });
}

export const workspaceFile = 'hufu.yaml';
