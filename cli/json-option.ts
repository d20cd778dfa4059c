import type { Command } from 'commander';

export function addJsonOption(command: Command): Command {
  return command.option('--json', '只输出一份 JSON print one JSON document and nothing else');
}
