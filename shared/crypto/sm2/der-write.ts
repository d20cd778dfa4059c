/** DER (X.690) of what SM2 writes: a SEQUENCE of INTEGERs and OCTET STRINGs. */

export function derSequence(...elements: readonly Uint8Array[]): Uint8Array {
  const content = new Uint8Array(elements.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const element of elements) {
    content.set(element, offset);
    offset += element.length;
  }
  return tagged(0x30, content);
}

/** A non-negative number from its big-endian bytes: no leading zeros but the one that keeps the sign. */
export function derPositiveInteger(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte !== 0);
  const digits = first < 0 ? Uint8Array.of(0) : bytes.subarray(first);
  if ((digits[0] ?? 0) < 0x80) return tagged(0x02, digits);
  const signed = new Uint8Array(digits.length + 1);
  signed.set(digits, 1);
  return tagged(0x02, signed);
}

export function derOctetString(bytes: Uint8Array): Uint8Array {
  return tagged(0x04, bytes);
}

function tagged(tag: number, content: Uint8Array): Uint8Array {
  const header = [tag, ...lengthOctets(content.length)];
  const element = new Uint8Array(header.length + content.length);
  element.set(header);
  element.set(content, header.length);
  return element;
}

function lengthOctets(length: number): number[] {
  if (length < 0x80) return [length];
  const octets: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) octets.unshift(rest % 256);
  return [0x80 | octets.length, ...octets];
}
