import type { RandomBytes } from '../crypto/engine.ts';
import { certificateIdentifier } from './certificate-identifier.ts';
import { identityCheckCharacter } from './identity-number.ts';
import { creditCodeAlphabet, creditCodeCheckCharacter } from './unified-credit-code.ts';

/**
 * An identity number of the series that the simulators' people are of: division 110105, a day of December 1949, and a
 * sequence from 310 on, which no district on one day ever came to.
 */
export function syntheticIdentityNumber(randomBytes: RandomBytes): string {
  const day = String(1 + drawBelow(31, randomBytes)).padStart(2, '0');
  const start = `110105194912${day}${310 + drawBelow(690, randomBytes)}`;
  return start + identityCheckCharacter(start);
}

/** A 统一社会信用代码 after the standard's own example: 91350100 M000…, the organisation code with its right check digit. */
export function syntheticUnifiedCreditCode(randomBytes: RandomBytes): string {
  const organisation = `M000${draw(creditCodeAlphabet, 4, randomBytes)}`;
  const start = `91350100${organisation}${organisationCheckCharacter(organisation)}`;
  return start + creditCodeCheckCharacter(start);
}

/** A 证照标识 of an invented type and issuer. */
export function syntheticCertificateIdentifier(randomBytes: RandomBytes): string {
  return certificateIdentifier({
    type: '11100000MB0000000A001',
    issuer: syntheticUnifiedCreditCode(randomBytes),
    serial: draw('0123456789', 8, randomBytes),
    version: '001',
  });
}

const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];

/** GB 11714: MOD 11 over eight characters, letters counting from A = 10 on. */
function organisationCheckCharacter(text: string): string {
  const sum = organisationWeights.reduce(
    (total, weight, index) => total + weight * Number.parseInt(text.charAt(index), 36),
    0,
  );
  return '0X987654321'.charAt(sum % 11);
}

function draw(alphabet: string, length: number, randomBytes: RandomBytes): string {
  return Array.from({ length }, () => alphabet.charAt(drawBelow(alphabet.length, randomBytes))).join('');
}

/** Nothing rests on its being even. */
function drawBelow(limit: number, randomBytes: RandomBytes): number {
  return randomBytes(4).reduce((value, byte) => (value * 256 + byte) % limit, 0);
}
