const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Text of codes below 128. One call of the platform: adding up characters costs several times as much. */
export function textFromAscii(codes: Uint8Array): string {
  return decoder.decode(codes);
}
