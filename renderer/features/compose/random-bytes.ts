import type { RandomBytes } from '../../../shared/crypto/engine.ts';

export const randomBytes: RandomBytes = (length) => crypto.getRandomValues(new Uint8Array(length));
