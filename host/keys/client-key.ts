import { createPrivateKey } from 'node:crypto';
import type { ExaminedKey } from '../../shared/crypto/keys/examine-key.ts';
import { HufuError } from '../../shared/hufu-error.ts';
import { clientKeySlot } from '../../shared/profile/transport-slots.ts';

/**
 * What fills `tls.clientKey` must be a key that a connection can use, and a PEM is no odd text there. Throws
 * `key.clientKeyEncrypted`, `key.notClientKey`; other slots' keys come back as they are.
 */
export function requireClientKey(key: ExaminedKey, slot: string): ExaminedKey {
  if (slot !== clientKeySlot || !('text' in key.material)) return key;
  const { text } = key.material;
  if (/^-----BEGIN ENCRYPTED PRIVATE KEY-----|^Proc-Type: 4,ENCRYPTED/m.test(text)) {
    throw new HufuError({
      code: 'key.clientKeyEncrypted',
      field: clientKeySlot,
      text: {
        zh: '这个私钥带密码保护，建立连接时无法解开；请先去掉密码（openssl pkey -in 文件 -out 新文件），保险箱会加密保存它。',
        en: 'This key is protected by a password, which a connection cannot open; take it off first (openssl pkey -in FILE -out NEW), the vault keeps it encrypted.',
      },
    });
  }
  try {
    createPrivateKey(text);
  } catch {
    throw new HufuError({
      code: 'key.notClientKey',
      field: clientKeySlot,
      text: {
        zh: '这不是 TLS 能用的 PEM 私钥（应以 -----BEGIN PRIVATE KEY----- 之类的一行开头，RSA 或 EC）。',
        en: 'This is no PEM private key that TLS can use (a first line such as -----BEGIN PRIVATE KEY----- is expected, RSA or EC).',
      },
    });
  }
  return { ...key, found: { ...key.found, findings: [] } };
}
