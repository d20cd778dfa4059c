import { closeSync, openSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { ReadStream } from 'node:tty';
import type { Bilingual } from '../../shared/bilingual.ts';
import { inLanguage } from '../language.ts';
import { hiddenLine } from './hidden-line.ts';

/** Whether a person can be asked: what is asked is shown on standard error, so that has to be a terminal too. */
export function canAsk(): boolean {
  return process.stderr.isTTY && (process.stdin.isTTY || terminalDescriptor(closeSync));
}

/** A secret typed on the terminal, unseen. Call only when `canAsk()`. */
export async function askSecret(question: Bilingual): Promise<string> {
  process.stderr.write(`${inLanguage(question)}: `);
  try {
    return await fromTerminal(hiddenLine);
  } finally {
    process.stderr.write('\n');
  }
}

/** A yes or no; anything but y or 是 is a no. Call only when `canAsk()`. */
export async function askConsent(question: Bilingual): Promise<boolean> {
  return fromTerminal(async (input) => {
    const lines = createInterface({ input, output: process.stderr });
    try {
      // Ctrl+C and Ctrl+D close the line without an answer, which is a no.
      const closed = new Promise<string>((resolve) => lines.once('close', () => resolve('')));
      const asked = lines.question(`${inLanguage(question)} [y/N] `).catch(() => '');
      const answer = await Promise.race([asked, closed]);
      return /^\s*(?:y|yes|是)\s*$/i.test(answer);
    } finally {
      lines.close();
    }
  });
}

/** Standard input may carry the key or the body: then the terminal itself is opened. */
async function fromTerminal<Result>(use: (input: ReadStream) => Promise<Result>): Promise<Result> {
  if (process.stdin.isTTY) return use(process.stdin);
  let opened: ReadStream | undefined;
  terminalDescriptor((descriptor) => (opened = new ReadStream(descriptor)));
  if (!opened) throw new Error('asked without a terminal');
  try {
    return await use(opened);
  } finally {
    opened.destroy();
  }
}

/** False where there is no terminal, and on Windows, where its input has no path of this kind. */
function terminalDescriptor(use: (descriptor: number) => unknown): boolean {
  if (process.platform === 'win32') return false;
  let descriptor: number;
  try {
    descriptor = openSync('/dev/tty', 'r');
  } catch {
    return false;
  }
  use(descriptor);
  return true;
}
