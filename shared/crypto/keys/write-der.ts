/** One DER element: the identifier octet, the shortest length, and the parts one behind the other. */
export function writeDer(tag: number, parts: readonly Uint8Array[]): Uint8Array {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const digits: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) digits.unshift(rest % 256);
  const header = length < 0x80 ? [tag, length] : [tag, 0x80 | digits.length, ...digits];
  const der = new Uint8Array(header.length + length);
  der.set(header);
  let offset = header.length;
  for (const part of parts) {
    der.set(part, offset);
    offset += part.length;
  }
  return der;
}
