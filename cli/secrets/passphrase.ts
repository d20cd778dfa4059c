import type { Command } from 'commander';
import { usage } from '../usage-error.ts';
import { askSecret, canAsk } from './ask-terminal.ts';
import { readSecret, type SecretSource } from './read-secret.ts';

export interface PassphraseOptions {
  readonly passphraseFile?: string;
  readonly passphraseFd?: string;
}

/** Where the passphrase comes from; asked for on the terminal when neither is given. */
export function addPassphraseOptions(command: Command): Command {
  return command
    .option('--passphrase-file <FILE>', '保险箱口令所在的文件 file with the passphrase of the vault')
    .option('--passphrase-fd <N>', '口令所在的文件描述符 open file descriptor with the passphrase');
}

/** The passphrase of one command: read or asked for at most once, since a descriptor gives it only once. */
export interface Passphrase {
  /** Whether a file or descriptor was named. */
  readonly isGiven: boolean;
  /** Of a vault that exists. */
  current(): Promise<string>;
  /** Of a vault that is about to be made: asked for twice. */
  chosen(): Promise<string>;
}

/** `option`: `--passphrase` or another pair of options that names a source. */
export function passphraseFrom({ file, fd, option }: SecretSource): Passphrase {
  let known: Promise<string> | undefined;
  const read = async (ask: () => Promise<string>): Promise<string> => {
    const secret = readSecret({ file, fd, option });
    if (secret !== undefined) return secret;
    if (canAsk()) return ask();
    throw usage('passphrase.needed', option, [
      `需要保险箱的口令：请在终端里运行，或用 ${option}-file 指定文件，或用 ${option}-fd 指定文件描述符。`,
      `The passphrase of the vault is needed: run this on a terminal, or name a file with ${option}-file or a descriptor with ${option}-fd.`,
    ]);
  };
  return {
    isGiven: file !== undefined || fd !== undefined,
    current: () => (known ??= read(() => askSecret({ zh: '保险箱口令', en: 'Passphrase of the vault' }))),
    chosen: () => (known ??= read(askTwice)),
  };
}

async function askTwice(): Promise<string> {
  const first = await askSecret({
    zh: '新的保险箱口令（至少 8 个字符）',
    en: 'New passphrase (at least 8 characters)',
  });
  const second = await askSecret({ zh: '再输入一次', en: 'The same once more' });
  if (first === second) return first;
  throw usage('passphrase.differs', '--passphrase', [
    '两次输入的口令不同，没有改动。',
    'The two passphrases differ; nothing was changed.',
  ]);
}
