import type { Command } from 'commander';
import { addJsonOption } from './json-option.ts';
import { collect } from './message-options.ts';
import { refuseSecretArguments } from './secrets/never-an-argument.ts';
import { addPassphraseOptions } from './secrets/passphrase.ts';
import { addStateOption } from './state-option.ts';

/** `hufu environments`: where and as whom calls are made. */
export function addEnvironmentCommands(program: Command): void {
  const environments = program.command('environments').description('环境：地址、身份、约定 where and as whom to call');
  const command = (nameAndArguments: string): Command =>
    addJsonOption(addStateOption(environments.command(nameAndArguments))).option(
      '--workspace <DIR>',
      '工作区，缺省为当前目录所在的工作区 workspace, otherwise the one around this folder',
    );
  const withVault = (nameAndArguments: string): Command =>
    refuseSecretArguments(addPassphraseOptions(command(nameAndArguments)), ['--passphrase']);

  command('list')
    .description('所有环境 all environments')
    .action(async (options) => (await import('./commands/environments/list.ts')).listEnvironments(options));
  command('add <NAME>')
    .description('建立环境 make an environment')
    .requiredOption('--platform <ID>', '平台 platform, e.g. ldt6008')
    .requiredOption('--url <URL>', '地址 address')
    .option('--set <FIELD=VALUE>', '报文头字段，可重复 header field, repeatable, e.g. appCode=…', collect, {})
    .option('--convention <NAME=VALUE>', '约定，可重复 convention, repeatable', collect, {})
    .action(async (name, options) => (await import('./commands/environments/add.ts')).addEnvironment(name, options));
  withVault('remove <NAME>')
    .description('删除环境，密钥保留 remove an environment; the keys stay')
    .action(async (name, options) =>
      (await import('./commands/environments/remove.ts')).removeEnvironment(name, options),
    );
  withVault('allow <NAME> <ORIGIN>')
    .description('允许它的密钥用于这个地址 let its keys be used toward this address')
    .action(async (name, origin, options) =>
      (await import('./commands/environments/allow.ts')).allow(name, origin, options),
    );
  withVault('disallow <NAME> <ORIGIN>')
    .description('不再允许 take that back')
    .action(async (name, origin, options) =>
      (await import('./commands/environments/allow.ts')).disallow(name, origin, options),
    );
}
