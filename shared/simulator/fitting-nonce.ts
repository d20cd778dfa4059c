import { encodeText } from '../crypto/encodings/text-encoding.ts';
import { nonceLength } from '../profile/nonce-length.ts';
import type { MessageKind, Profile } from '../profile/profile.ts';
import type { Moment } from './simulator.ts';

/** The nonce of a moment, or another one where the platform's have another length. */
export function fittingNonce(
  { nonce, randomBytes }: Pick<Moment, 'nonce' | 'randomBytes'>,
  { profile, message }: { readonly profile: Profile; readonly message: MessageKind },
): string {
  const length = nonceLength(profile, message);
  return nonce.length === length ? nonce : encodeText(randomBytes(Math.ceil(length / 2)), 'hex').slice(0, length);
}
