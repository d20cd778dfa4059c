import type { MessageKind, Profile } from './profile.ts';

/** As the printed example of LD/T 6008 7.1.1.2 has it. */
export const usualNonceLength = 24;

/** How many characters a platform's nonce has. */
export function nonceLength({ steps }: Pick<Profile, 'steps'>, message: MessageKind): number {
  const length = steps[message].outward.find(({ kind }) => kind === 'nonce.draw')?.options['length'];
  return typeof length === 'number' ? length : usualNonceLength;
}
