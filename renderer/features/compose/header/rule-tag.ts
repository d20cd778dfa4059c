import type { FilledField } from '../../../../shared/model/call-record.ts';
import type { HeaderField } from '../../../../shared/profile/profile.ts';
import type { Tone } from '../../../app/palette.ts';

/** Where a header field's value comes from, as a user thinks of it. */
export type RuleName =
  | 'constant'
  | 'environment'
  | 'interface'
  | 'automatic'
  | 'atSending'
  | 'byHand'
  | 'locked'
  | 'session'
  | 'secret'
  | 'signature';

export function ruleName(field: HeaderField, origin: FilledField['origin'] | undefined, locked: boolean): RuleName {
  if (locked && field.rule.rule !== 'byHand') return 'locked';
  if (origin === 'provisional') return 'atSending';
  switch (field.rule.rule) {
    case 'constant':
    case 'environment':
    case 'interface':
    case 'byHand':
    case 'session':
    case 'secret':
    case 'signature':
      return field.rule.rule;
    case 'clock':
    case 'serial':
    case 'nonce':
      return 'atSending';
    case 'part':
      return 'automatic';
  }
}

const tones: Readonly<Record<RuleName, Tone>> = {
  constant: 'plain',
  environment: 'plain',
  interface: 'plain',
  automatic: 'decrypted',
  atSending: 'encrypted',
  byHand: 'plain',
  locked: 'plain',
  session: 'encrypted',
  secret: 'plain',
  signature: 'signed',
};

export function ruleTone(rule: RuleName): Tone {
  return tones[rule];
}
