import type { Command } from 'commander';
import { addJsonOption } from './json-option.ts';
import { addWorkspaceOption } from './state-option.ts';

/** `hufu provider`: the built-in platforms, and one's own as files of the workspace. */
export function addProviderCommands(program: Command): void {
  const provider = program
    .command('provider')
    .description('平台：内置的，和工作区里自己写的 platforms: built-in, and own ones in the workspace');
  const command = (nameAndArguments: string): Command =>
    addJsonOption(addWorkspaceOption(provider.command(nameAndArguments)));

  command('list')
    .description('列出 list')
    .action(async (options) => (await import('./commands/provider/list.ts')).listProviders(options));
  command('show <ID>')
    .description('完整的平台描述（YAML）the whole description, as YAML')
    .action(async (id, options) => (await import('./commands/provider/show.ts')).showProvider(id, options));
  command('new <ID>')
    .description('建立自己的平台：providers/<ID>.yaml make a platform of one’s own')
    .option('--title <TEXT>', '名称，缺省为标识 title, otherwise the id')
    .option('--based-on <ID>', '基于内置平台，文件里只写不同之处 based on a built-in one: the file says what differs')
    .action(async (id, options) => (await import('./commands/provider/new.ts')).newProvider(id, options));
  command('check [PLATFORM...]')
    .description(
      '检查：标识或文件，缺省为工作区里全部；再对自己的仿真服务方调用每个示例 check ids or files, otherwise all of the workspace, and call the simulator with each sample',
    )
    .action(async (named, options) => (await import('./commands/provider/check.ts')).checkProviders(named, options));
}
