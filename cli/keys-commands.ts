import type { Command } from 'commander';
import { generatedKindWords } from './commands/keys/generated-kinds.ts';
import { addJsonOption } from './json-option.ts';
import { addKeyPasswordOptions } from './secrets/key-password.ts';
import { refuseSecretArguments } from './secrets/never-an-argument.ts';
import { addPassphraseOptions } from './secrets/passphrase.ts';
import { addStateOption } from './state-option.ts';

const kinds = Object.entries(generatedKindWords).map(([kind, words]) => `  ${kind.padEnd(14)} ${words}`);
const idHelp = '编号或其开头、指纹、名称 id or its beginning, fingerprint, label';

/** `hufu keys`: the ring of keys in the vault. */
export function addKeysCommands(program: Command): void {
  const keys = program.command('keys').description('保险箱里的密钥 the keys in the vault');
  const command = (nameAndArguments: string): Command =>
    refuseSecretArguments(addJsonOption(addPassphraseOptions(addStateOption(keys.command(nameAndArguments)))), [
      '--key',
      '--passphrase',
      '--password',
    ]);

  command('list')
    .description('密钥槽和其中的密钥 slots and what fills them')
    .option('--environment <NAME>', '只看这个环境 this environment only')
    .addHelpText('after', '\n没有口令时只列出哪些密钥槽有密钥 without the passphrase: only which slots are filled')
    .action(async (options) => (await import('./commands/keys/list.ts')).list(options));

  addKeyPasswordOptions(addDestinationOptions(command('add [FILE]')))
    .description('存入一把密钥：文件，- 为标准输入 keep a key: a file, - for standard input')
    .option('--index <N>', '输入里有几把时选第几把 which one, where the input holds several')
    .addHelpText('after', '\n第一把密钥会建立保险箱 the first key makes the vault')
    .action(async (file, options) => (await import('./commands/keys/add.ts')).add(file, options, { rotate: false }));

  addKeyPasswordOptions(addDestinationOptions(command('rotate [FILE]')))
    .description('给密钥槽换上新密钥，旧的仍可打开旧报文 a newer key for a slot; the former opens older messages')
    .option('--index <N>', '输入里有几把时选第几把 which one, where the input holds several')
    .option('--generate <KIND>', '生成新的，而不是读入 make the new one instead of reading it')
    .action(async (file, options) => (await import('./commands/keys/rotate.ts')).rotate(file, options));

  addDestinationOptions(command('generate <KIND>'))
    .description('在本机生成密钥 make a key on this machine')
    .addHelpText('after', `\nKIND:\n${kinds.join('\n')}`)
    .action(async (kind, options) =>
      (await import('./commands/keys/generate.ts')).generate(kind, options, { rotate: false }),
    );

  command('show <ID>')
    .description(`密钥的一切，密钥本身除外 all about a key but the key (ID: ${idHelp})`)
    .option('--form <FORM>', '只输出公开的一半 only its public half, e.g. spki-pem, hex-65')
    .action(async (id, options) => (await import('./commands/keys/show.ts')).show(id, options));

  addKeyPasswordOptions(command('export <ID>'))
    .description('导出；秘密的形式只写入新文件 export; secret forms to a new file only')
    .requiredOption('--form <FORM>', '形式 form, e.g. spki-pem, hex-65, encrypted-pkcs8-pem')
    .option('--out <FILE>', '新文件，仅本人可读，不覆盖 new file for this user alone, replaces none')
    .action(async (id, options) => (await import('./commands/keys/export-key.ts')).exportKey(id, options));

  command('remove <ID>')
    .description('永久删除 remove for good')
    .option('--yes', '不再询问 do not ask')
    .action(async (id, options) => (await import('./commands/keys/remove.ts')).remove(id, options));

  addPlaceOptions(command('retire <ID>'))
    .description('在密钥槽里停用，仍可打开旧报文 take out of use in a slot; it still opens older messages')
    .option('--restore', '重新启用 put back into use')
    .action(async (id, options) => (await import('./commands/keys/arrange.ts')).retire(id, options));

  addPlaceOptions(command('assign <ID>'))
    .description('把已有的密钥也用于这个密钥槽 use a key of the ring in this slot too')
    .option('--rotate', '密钥槽已有密钥时换上 also where the slot is filled')
    .action(async (id, options) => (await import('./commands/keys/arrange.ts')).assign(id, options));

  addPlaceOptions(command('withdraw <ID>'))
    .description('从密钥槽取出，密钥保留 take out of a slot; the key stays')
    .action(async (id, options) => (await import('./commands/keys/arrange.ts')).withdraw(id, options));

  command('rename <ID> <LABEL>')
    .description('改名称 change the label')
    .action(async (id, label, options) => (await import('./commands/keys/arrange.ts')).rename(id, label, options));
}

function addPlaceOptions(command: Command): Command {
  return command
    .option('--environment <NAME>', '环境 environment')
    .option('--slot <SLOT>', '密钥槽 key slot, e.g. sm4Key');
}

function addDestinationOptions(command: Command): Command {
  return addPlaceOptions(command)
    .option('--label <TEXT>', '名称 label')
    .option('--pair', '私钥：同时填入其公钥的密钥槽 of a private key: fill the slot of its public half too');
}
