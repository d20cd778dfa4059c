import type { Command } from 'commander';

export function addStateOption(command: Command): Command {
  return command.option('--state <DIR>', '本地数据的文件夹 folder of the local data');
}

/** The workspace that a command works in, with the local data behind it. */
export function addWorkspaceOption(command: Command): Command {
  return addStateOption(command).option(
    '--workspace <DIR>',
    '工作区，缺省为当前目录所在的工作区 workspace, otherwise the one around this folder',
  );
}
