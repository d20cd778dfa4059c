/** Lines of a dump: offset, bytes in groups of eight, and the characters that they are in ASCII. */
export function hexDump(hex: string, { width }: { readonly width: 8 | 16 }): string {
  const lines: string[] = [];
  for (let at = 0; at < hex.length; at += width * 2) {
    const bytes = hex.slice(at, at + width * 2).match(/../g) ?? [];
    const groups = [bytes.slice(0, 8), bytes.slice(8)].map((group) => group.join(' '));
    const shown =
      width === 16 ? `${(groups[0] ?? '').padEnd(23)}  ${(groups[1] ?? '').padEnd(23)}` : (groups[0] ?? '').padEnd(23);
    const characters = bytes.map((byte) => asciiOf(Number.parseInt(byte, 16))).join('');
    lines.push(`${(at / 2).toString(16).padStart(8, '0')}  ${shown}  ${characters}`);
  }
  return lines.join('\n');
}

/** What is no printable character of ASCII is a dot: half of a Chinese one would be nothing. */
function asciiOf(byte: number): string {
  return byte >= 0x20 && byte < 0x7f ? String.fromCodePoint(byte) : '.';
}
