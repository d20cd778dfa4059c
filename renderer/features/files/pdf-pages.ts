/** How many pages a PDF says it has; undefined where its page tree is compressed (ISO 32000-1, 7.5.7) and nothing is said. */
export function pdfPages(bytes: Uint8Array): number | undefined {
  const text = new TextDecoder('latin1').decode(bytes);
  const pages = [...text.matchAll(/\/Type\s*\/Page(?![A-Za-z])/g)].length;
  return pages === 0 ? undefined : pages;
}
