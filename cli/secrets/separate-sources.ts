import { usage } from '../usage-error.ts';

interface Sources {
  readonly passphraseFd?: string;
  readonly passwordFd?: string;
  readonly newPassphraseFd?: string;
}

/** A stream can be read once: key, passphrase and password must not come from the same one. */
export function requireSeparateSources(file: string | undefined, sources: Sources): void {
  const used = [sources.passphraseFd, sources.newPassphraseFd, sources.passwordFd].filter((fd) => fd !== undefined);
  const takesInput = file === '-' || (file === undefined && !process.stdin.isTTY);
  const all = takesInput ? ['0', ...used] : used;
  const twice = all.find((fd, index) => all.indexOf(fd) !== index);
  if (twice === undefined) return;
  throw usage('secret.sameDescriptor', '--passphrase-fd', [
    `文件描述符 ${twice} 只能读一次，不能同时用于密钥、口令或密码（0 是标准输入）。`,
    `File descriptor ${twice} can be read once and cannot serve two of key, passphrase and password (0 is standard input).`,
  ]);
}
