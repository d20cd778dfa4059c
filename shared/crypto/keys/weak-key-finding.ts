import type { Finding, Severity } from '../../finding.ts';

/**
 * 16 decimal digits as an SM4 key. A `notice` where a platform handed them out and nothing can be done, a `warning`
 * where they are about to be made. Undefined for all other texts.
 */
export function weakKeyFinding(text: string, severity: Extract<Severity, 'notice' | 'warning'>): Finding | undefined {
  if (!/^[0-9]{16}$/.test(text)) return undefined;
  return {
    code: 'key.digitsOnly',
    severity,
    mark: 'S',
    message: {
      zh: '16 位纯数字的密钥只有约 53 比特，远低于 SM4 的 128 比特；它要按 16 个字符读，也容易被当成十六进制或漏抄一位。',
      en: 'A key of 16 decimal digits has about 53 bits, far fewer than the 128 of SM4; it is read as 16 characters, and is easily taken for hex or copied with a digit missing.',
    },
  };
}
