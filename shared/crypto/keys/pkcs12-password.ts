/** A password as PKCS#12 derives keys from it (RFC 7292 appendix B.1): UTF-16, big end first, two zero bytes behind. */
export function pkcs12Password(password: string): Uint8Array {
  const bytes = new Uint8Array(password.length * 2 + 2);
  for (let index = 0; index < password.length; index += 1) {
    const unit = password.charCodeAt(index);
    bytes[index * 2] = unit >> 8;
    bytes[index * 2 + 1] = unit & 0xff;
  }
  return bytes;
}
