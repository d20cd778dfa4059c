import type { Command } from 'commander';
import { HufuError } from '../../shared/hufu-error.ts';
import { askSecret, canAsk } from './ask-terminal.ts';
import { readSecret } from './read-secret.ts';

export interface KeyPasswordOptions {
  readonly passwordFile?: string;
  readonly passwordFd?: string;
}

/** The password of a key file, which is not the passphrase of the vault. */
export function addKeyPasswordOptions(command: Command): Command {
  return command
    .option('--password-file <FILE>', '密钥文件的密码所在的文件 file with the password of the key file')
    .option('--password-fd <N>', '密码所在的文件描述符 open file descriptor with that password');
}

export function readKeyPassword({ passwordFile, passwordFd }: KeyPasswordOptions): string | undefined {
  return readSecret({ file: passwordFile, fd: passwordFd, option: '--password' });
}

/** Does `work`, and once more with what a person types when it turns out that a password is needed. */
export async function withKeyPassword<Result>(
  given: string | undefined,
  work: (password: string | undefined) => Promise<Result>,
): Promise<{ readonly result: Result; readonly password: string | undefined }> {
  try {
    return { result: await work(given), password: given };
  } catch (error) {
    if (!(error instanceof HufuError) || error.code !== 'key.passwordNeeded') throw error;
    if (!canAsk()) throw withHint(error);
    const password = await askSecret({ zh: '密钥文件的密码', en: 'Password of the key file' });
    return { result: await work(password), password };
  }
}

function withHint({ detail }: HufuError): HufuError {
  const { zh, en } = detail.text;
  return new HufuError({
    ...detail,
    text: {
      zh: `${zh}请用 --password-file 或 --password-fd 给出。`,
      en: `${en} Give it with --password-file or --password-fd.`,
    },
  });
}
