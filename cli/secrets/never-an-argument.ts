import { Option, type Command } from 'commander';
import { usage } from '../usage-error.ts';

/** Options that people will try: refused with the reason, and without repeating what was written there. */
export function refuseSecretArguments(command: Command, names: readonly string[]): Command {
  for (const name of names) {
    command.addOption(
      new Option(`${name} [VALUE]`)
        .hideHelp()
        .argParser(() => refuse(name))
        .preset(''),
    );
  }
  return command;
}

/** What stands on a command line is in the shell's history and in every list of processes. */
export function refuse(option: string): never {
  throw usage('secret.onCommandLine', option, [
    '密钥、口令和密码不能写在命令行上：它们会留在 shell 的历史和进程列表里。请用文件、标准输入（-）或文件描述符；刚才写下的请从历史里删掉，必要时更换。',
    "Keys, passphrases and passwords are not taken from the command line, where the shell's history and the list of processes keep them. Use a file, standard input (-) or a file descriptor; remove this one from the history and change it if need be.",
  ]);
}

/** What was named as a file and is none, and has the shape of a key: hex, Base64 or PEM. */
export function looksLikeKey(text: string): boolean {
  if (/-----BEGIN|^[0-9a-fA-F]{16,}$/.test(text.trim())) return true;
  return /^[A-Za-z0-9+/_-]{22,}={0,2}$/.test(text) && /\d/.test(text) && /[A-Z]/.test(text) && /[a-z]/.test(text);
}
