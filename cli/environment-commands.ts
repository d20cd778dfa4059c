import type { Command } from 'commander';
import { addJsonOption } from './json-option.ts';
import { collect, several } from './message-options.ts';
import { refuseSecretArguments } from './secrets/never-an-argument.ts';
import { addPassphraseOptions } from './secrets/passphrase.ts';
import { addWorkspaceOption } from './state-option.ts';

/** `hufu environments`: where and as whom calls are made. */
export function addEnvironmentCommands(program: Command): void {
  const environments = program.command('environments').description('环境：地址、身份、约定 where and as whom to call');
  const command = (nameAndArguments: string): Command =>
    addJsonOption(addWorkspaceOption(environments.command(nameAndArguments)));
  const withVault = (nameAndArguments: string): Command =>
    refuseSecretArguments(addPassphraseOptions(command(nameAndArguments)), ['--passphrase']);

  command('list')
    .description('所有环境 all environments')
    .action(async (options) => (await import('./commands/environments/list.ts')).listEnvironments(options));
  addDescribing(command('add <NAME>'))
    .description('建立环境 make an environment')
    .requiredOption('--platform <ID>', '平台 platform, e.g. ldt6008')
    .requiredOption('--url <URL>', '地址 address')
    .action(async (name, options) => (await import('./commands/environments/add.ts')).addEnvironment(name, options));
  addDescribing(command('set <NAME>'))
    .description('修改环境，没提到的不变 change an environment; what is not named stays')
    .option('--title <TEXT>', '名称 title')
    .option('--url <URL>', '地址 address')
    .option(
      '--unset <NAME>',
      '去掉字段、约定或变量，可重复 take a field, convention or variable away, repeatable',
      several,
    )
    .action(async (name, options) => (await import('./commands/environments/set.ts')).setEnvironment(name, options));
  command('show <NAME>')
    .description('一个环境的全部 all of an environment')
    .action(async (name, options) => (await import('./commands/environments/show.ts')).showEnvironment(name, options));
  withVault('remove <NAME>')
    .description('删除环境，密钥保留 remove an environment; the keys stay')
    .option('--yes', '不再询问 do not ask')
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

/** What an environment says besides its platform; an empty text takes away what is there. */
function addDescribing(command: Command): Command {
  return command
    .option('--set <FIELD=VALUE>', '报文头字段，可重复 header field, repeatable, e.g. appCode=…', collect('--set'), {})
    .option('--convention <NAME=VALUE>', '约定，可重复 convention, repeatable', collect('--convention'), {})
    .option('--variable <NAME=VALUE>', '变量，可重复 variable, repeatable', collect('--variable'), {})
    .option('--timeout <SECONDS>', '超时秒数 time limit in seconds')
    .option('--proxy <URL>', '代理 proxy, http://[user@]host:port')
    .option('--ca <FILE>', '自己的 CA（PEM）own CA')
    .option(
      '--client-cert <FILE>',
      '客户端证书（PEM），私钥在密钥槽 tls.clientKey client certificate; its key fills tls.clientKey',
    )
    .option('--unverified <HOST:PORT>', '不校验这个主机的证书，可重复 do not verify this host, repeatable', several)
    .option('--verified <HOST:PORT>', '重新校验 verify it again', several)
    .option('--keep-bodies', '历史里保留报文 keep bodies in the history')
    .option('--no-keep-bodies', '历史里不留报文 keep no bodies in the history');
}
