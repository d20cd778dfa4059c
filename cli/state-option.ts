import type { Command } from 'commander';

export function addStateOption(command: Command): Command {
  return command.option('--state <DIR>', '本地数据的文件夹 folder of the local data');
}
