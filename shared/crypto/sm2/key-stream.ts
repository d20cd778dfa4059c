import { createSm3 } from '../sm3/sm3.ts';
import { viewOf } from '../view-of.ts';

/** KDF of GB/T 32918.4-2016 clause 5.4.3 over x2‖y2, 64 bytes: `length` bytes. */
export function keyStream(shared: Uint8Array, length: number): Uint8Array {
  const stream = new Uint8Array(Math.ceil(length / 32) * 32);
  const counter = new Uint8Array(4);
  const counterView = viewOf(counter);
  // x2‖y2 fill one block of SM3, which is compressed once for all counters.
  const start = createSm3().update(shared);
  for (let offset = 0; offset < length; offset += 32) {
    counterView.setUint32(0, offset / 32 + 1);
    stream.set(start.clone().update(counter).digest(), offset);
  }
  return stream.subarray(0, length);
}
