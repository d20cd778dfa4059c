import { readFileSync } from 'node:fs';
import { utf8FromBytes } from '../../shared/crypto/encodings/utf8.ts';
import { base64FromBytes } from '../../shared/crypto/encodings/base64.ts';
import { HufuError } from '../../shared/hufu-error.ts';
import type { KeyInput } from '../../shared/model/key.ts';
import { askSecret, canAsk } from '../secrets/ask-terminal.ts';
import { looksLikeKey, refuse } from '../secrets/never-an-argument.ts';
import { usage } from '../usage-error.ts';

/** A key from a file, from standard input for `-`, or, without either on a terminal, from what is typed unseen. */
export async function readKeyInput(path: string | undefined): Promise<KeyInput> {
  if (path === undefined && process.stdin.isTTY && canAsk()) {
    return { text: await askSecret({ zh: '密钥（一行，不显示）', en: 'Key (one line, not shown)' }) };
  }
  return inputOf(bytesOf(path ?? '-'));
}

function bytesOf(path: string): Uint8Array {
  try {
    return readFileSync(path === '-' ? 0 : path);
  } catch (error) {
    if (looksLikeKey(path)) return refuse('FILE');
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'EIO';
    // The argument is not repeated: it may be a key all the same.
    throw usage('key.fileUnreadable', 'FILE', [
      `密钥文件读不到（${reason}）。这里要的是文件名，或 - 表示标准输入；密钥本身不能写在命令行上。`,
      `The key file cannot be read (${reason}). Name a file, or - for standard input; a key itself is not taken from the command line.`,
    ]);
  }
}

/** The line end that editors and `echo` put behind a single line is not part of a secret; all else stays to the byte. */
function inputOf(bytes: Uint8Array): KeyInput {
  const file = { file: base64FromBytes(bytes) };
  try {
    const text = utf8FromBytes(bytes);
    return /^[^\p{Cc}]+\r?\n$/u.test(text) ? { text: text.replace(/\r?\n$/, '') } : file;
  } catch (error) {
    if (error instanceof HufuError) return file;
    throw error;
  }
}
