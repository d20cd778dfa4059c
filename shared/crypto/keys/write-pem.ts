import { base64FromBytes } from '../encodings/base64.ts';

/** RFC 7468: 64 characters a line, a line end behind the last. */
export function writePem(label: string, bytes: Uint8Array): string {
  const lines = base64FromBytes(bytes).match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
}
