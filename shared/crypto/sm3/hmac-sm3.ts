import { createSm3, sm3 } from './sm3.ts';

const blockLength = 64;

/** HMAC with SM3 (GM/T 0042-2015 clause 5.4.3, RFC 2104): 32 bytes. A key of any length, none included. */
export function hmacSm3(key: Uint8Array, message: Uint8Array): Uint8Array {
  const block = new Uint8Array(blockLength);
  block.set(key.length > blockLength ? sm3(key) : key);
  const inner = createSm3()
    .update(block.map((byte) => byte ^ 0x36))
    .update(message)
    .digest();
  return createSm3()
    .update(block.map((byte) => byte ^ 0x5c))
    .update(inner)
    .digest();
}
