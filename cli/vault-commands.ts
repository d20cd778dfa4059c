import type { Command } from 'commander';
import { addJsonOption } from './json-option.ts';
import { refuseSecretArguments } from './secrets/never-an-argument.ts';
import { addPassphraseOptions } from './secrets/passphrase.ts';
import { addStateOption } from './state-option.ts';

/** `hufu vault`: the file in which the keys lie. */
export function addVaultCommands(program: Command): void {
  const vault = program.command('vault').description('存放密钥的保险箱 the vault that holds the keys');
  const command = (name: string): Command =>
    refuseSecretArguments(addJsonOption(addStateOption(vault.command(name))), ['--passphrase', '--new-passphrase']);

  command('status')
    .description('保险箱的状态，不需要口令 how it stands, without the passphrase')
    .action(async (options) => (await import('./commands/vault/status.ts')).status(options));
  addPassphraseOptions(command('create'))
    .description('用新口令建立 make it with its first passphrase')
    .action(async (options) => (await import('./commands/vault/create.ts')).create(options));
  addPassphraseOptions(command('passphrase'))
    .description('更换口令 change the passphrase')
    .option('--new-passphrase-file <FILE>', '新口令所在的文件 file with the new passphrase')
    .option('--new-passphrase-fd <N>', '新口令所在的文件描述符 open file descriptor with it')
    .action(async (options) => (await import('./commands/vault/change-passphrase.ts')).changePassphrase(options));
  command('restore')
    .description('读不出时恢复上一份完好的副本 put the previous good copy back when it cannot be read')
    .action(async (options) => (await import('./commands/vault/restore.ts')).restore(options));
}
