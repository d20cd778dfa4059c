import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** 256 random bits as 43 characters of Base64url, new at every launch and never written to disk. */
export function createLaunchToken(): string {
  return randomBytes(32).toString('base64url');
}

/** Compares by digest, so that the time tells neither length nor content of the expected token. */
export function isLaunchToken(candidate: string, expected: string): boolean {
  return timingSafeEqual(digest(candidate), digest(expected));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text, 'utf8').digest();
}
