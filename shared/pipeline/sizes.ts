/** Bytes of a text in UTF-8, without making them: a preview asks for many sizes and few bytes. */
export function bytesOfUtf8(text: string): number {
  // Ciphertexts, signatures and most strings are ASCII, and a search is several times faster than the loop.
  if (!/[\u0080-\uffff]/.test(text)) return text.length;
  let size = text.length;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit < 0x80) continue;
    // A surrogate pair is two units and four bytes, so each half counts one more byte than it has units.
    size += unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 1 : 2;
  }
  return size;
}
