import type { Finding } from '../../finding.ts';
import type { KeyDescription } from '../../model/key.ts';
import { symmetricLengthFinding } from './symmetric-length-finding.ts';
import { nonAsciiFinding } from './text-findings.ts';

/**
 * What is odd about the text of an SM4 or AES key, the likeliest cause only: characters that no key has make every
 * count meaningless.
 */
export function symmetricTextFinding(text: string, reading: KeyDescription['reading']): Finding | undefined {
  return nonAsciiFinding(text) ?? (reading === undefined ? symmetricLengthFinding(text) : undefined);
}
