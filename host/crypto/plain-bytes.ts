/** The same memory as a `Uint8Array`: a `Buffer` has other `slice` and `toString`, which callers must not meet by chance. */
export function plainBytes(buffer: Uint8Array): Uint8Array {
  return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.length);
}
