import type { KeyAlgorithm } from '../../model/key.ts';
import { HufuError } from '../../hufu-error.ts';
import type { CryptoEngine } from '../engine.ts';
import { examinePrivate, examinePublic } from './examine-sm2.ts';
import { examineSymmetric } from './examine-symmetric.ts';
import { examineText } from './examine-text.ts';
import type { ExaminedKey } from './examined-key.ts';
import { keyError } from './key-error.ts';
import { guessKey } from './key-guess.ts';
import { keyHalf } from './key-half.ts';
import { emptyKey } from './key-pieces.ts';
import { damagedFinding } from './text-findings.ts';
import { textOfFile } from './text-of-file.ts';

export type { ExaminedKey };

/** Characters of a text or bytes of a file; a PKCS#12 file with a chain of certificates has about 8,000. */
const largestInput = 65_536;

export interface ExamineKeyOptions {
  readonly engine: CryptoEngine;
  /** The empty password is one too; left out, a protected key is answered with `key.passwordNeeded`. */
  readonly password?: string;
  /** What the input must be; left out, it is recognised, and what is no key is a `text`. */
  readonly as?: KeyAlgorithm;
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
}

/**
 * The keys in a pasted text or the bytes of a file; several only from PKCS#12. Throws a `HufuError` that says what the
 * input really is when it is not what `as` asks for, and for what begins as a key and is none: the codes of
 * `KeyErrorCode`, `base64.trailingBits`, `utf8.loneSurrogate`. No message and no finding holds a part of the input.
 */
export async function examineKey(
  input: string | Uint8Array,
  options: ExamineKeyOptions,
): Promise<readonly ExaminedKey[]> {
  requireSize(input);
  const { engine, as } = options;
  switch (as) {
    case 'sm2Private':
      return examinePrivate(input, options);
    case 'sm2Public':
      return examinePublic(input, options);
    case 'sm4':
    case 'aes':
      return [examineSymmetric(input, { algorithm: as, engine })];
    case 'text':
      return [examineText(input, { engine, findings: [] })];
    default:
      return recognised(input, options);
  }
}

async function recognised(input: string | Uint8Array, options: ExamineKeyOptions): Promise<readonly ExaminedKey[]> {
  const { engine } = options;
  const text = typeof input === 'string' ? input : textOfFile(input);
  if (text === undefined) {
    if (input.length === 16) return [examineSymmetric(input, { algorithm: 'sm4', engine })];
    return examineSm2(input, options);
  }
  if (text.trim() === '') throw emptyKey();
  const guess = guessKey(text);
  if (guess === 'sm2') return examineSm2(input, options);
  if (guess === 'sm4') return [examineSymmetric(input, { algorithm: 'sm4', engine })];
  const found = guess === 'maybeSm2' ? await takenBySm2(input, options) : undefined;
  return found ?? [examineText(input, { engine, findings: guess === 'damaged' ? [damagedFinding] : [] })];
}

async function takenBySm2(
  input: string | Uint8Array,
  options: ExamineKeyOptions,
): Promise<readonly ExaminedKey[] | undefined> {
  try {
    return await examineSm2(input, options);
  } catch (error) {
    if (error instanceof HufuError) return undefined;
    throw error;
  }
}

async function examineSm2(input: string | Uint8Array, options: ExamineKeyOptions): Promise<readonly ExaminedKey[]> {
  return keyHalf(input) === 'private' ? examinePrivate(input, options) : examinePublic(input, options);
}

function requireSize({ length }: string | Uint8Array): void {
  if (length <= largestInput) return;
  throw keyError('key.tooLarge', {
    zh: `内容有 ${length} 个字符或字节，密钥文件不会超过 ${largestInput}。请确认选对了文件。`,
    en: `There are ${length} characters or bytes, and no key file has more than ${largestInput}. See whether it is the right file.`,
  });
}
