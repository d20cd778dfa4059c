import type { CallVerdict } from '../../../shared/model/call-record.ts';
import type { Tone } from '../../app/palette.ts';

export const verdictTones: Readonly<Record<CallVerdict, Tone>> = {
  success: 'decrypted',
  refused: 'failure',
  failed: 'failure',
  sending: 'plain',
  interrupted: 'encrypted',
};

/** In place of a status where none came. */
export const verdictSigns: Readonly<Record<CallVerdict, string>> = {
  success: '✓',
  refused: '!',
  failed: '!',
  sending: '…',
  interrupted: '?',
};
