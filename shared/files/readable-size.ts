/** A size for reading, the same in every language: `812 B`, `3.4 KB`, `2.0 MB`, by powers of 1024. */
export function readableSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  const kilobytes = bytes / 1024;
  // 1023.96 KB would be rounded to 1024.0 KB.
  return kilobytes < 1023.95 ? `${kilobytes.toFixed(1)} KB` : `${(kilobytes / 1024).toFixed(1)} MB`;
}
