import { readFileSync } from 'node:fs';
import { utf8FromBytes } from '../../shared/crypto/encodings/utf8.ts';
import { HufuError } from '../../shared/hufu-error.ts';
import { usage } from '../usage-error.ts';

/** A passphrase or password from where no other program sees it: a file, or a file descriptor that the caller opened. */
export interface SecretSource {
  readonly file?: string | undefined;
  readonly fd?: string | undefined;
  /** Name of the options without `-file` and `-fd`: `--passphrase`. */
  readonly option: string;
}

/** The secret without one line end behind it; undefined when neither was given. No message holds a part of it. */
export function readSecret({ file, fd, option }: SecretSource): string | undefined {
  if (file === undefined && fd === undefined) return undefined;
  if (file !== undefined && fd !== undefined) {
    throw usage('secret.twoSources', option, [
      `${option}-file 和 ${option}-fd 只能给一个。`,
      `Give ${option}-file or ${option}-fd and not both.`,
    ]);
  }
  const chosen = file === undefined ? `${option}-fd` : `${option}-file`;
  const secret = decoded(bytesOf(file ?? descriptor(fd ?? '', chosen), chosen), chosen).replace(/\r?\n$/, '');
  if (secret !== '') return secret;
  throw usage('secret.empty', chosen, [`${chosen} 读到的内容是空的。`, `What ${chosen} gave is empty.`]);
}

function descriptor(text: string, option: string): number {
  if (/^\d{1,4}$/.test(text)) return Number(text);
  throw usage('secret.descriptor', option, [
    `${option} 应为已打开的文件描述符编号，例如 3（口令本身不能写在命令行上）。`,
    `${option} must be the number of an open file descriptor, 3 for instance (a secret itself never stands on the command line).`,
  ]);
}

function bytesOf(place: string | number, option: string): Uint8Array {
  try {
    return readFileSync(place);
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'EIO';
    // The argument is not repeated: whoever mistook the option may have written the secret there.
    throw usage('secret.unreadable', option, [
      `${option} 指的地方读不到（${reason}）。`,
      `What ${option} names cannot be read (${reason}).`,
    ]);
  }
}

function decoded(bytes: Uint8Array, option: string): string {
  try {
    return utf8FromBytes(bytes).replace(/^\uFEFF/, '');
  } catch (error) {
    if (!(error instanceof HufuError)) throw error;
    throw usage('secret.charset', option, [
      `${option} 读到的内容不是 UTF-8 文本。`,
      `What ${option} gave is no UTF-8 text.`,
    ]);
  }
}
