import type { CallVerdict } from '../../../shared/model/call-record.ts';
import type { Tone } from '../../app/palette.ts';

export const verdictTones: Readonly<Record<CallVerdict, Tone>> = {
  success: 'decrypted',
  refused: 'failure',
  failed: 'failure',
  sending: 'plain',
  interrupted: 'encrypted',
};

const verdictSigns: Readonly<Record<CallVerdict, string>> = {
  success: '✓',
  refused: '!',
  failed: '!',
  sending: '…',
  interrupted: '?',
};

/** Longer codes are words, and would take the room of the title in a list. */
const longestCode = 4;

/** What stands for a call in a list: the code of its status, or a sign where none came or it is long. */
export function statusSign(code: string | undefined, verdict: CallVerdict): string {
  return code !== undefined && code.length <= longestCode ? code : verdictSigns[verdict];
}
