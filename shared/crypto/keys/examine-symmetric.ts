import type { Bilingual } from '../../bilingual.ts';
import type { Finding } from '../../finding.ts';
import type { KeyDescription } from '../../model/key.ts';
import { hexFromBytes } from '../encodings/hex.ts';
import type { CryptoEngine } from '../engine.ts';
import { describeKey } from './describe-key.ts';
import type { ExaminedKey } from './examined-key.ts';
import { keyError } from './key-error.ts';
import { looksLikeStructure } from './key-guess.ts';
import { emptyKey } from './key-pieces.ts';
import { symmetricTextFinding } from './symmetric-text-finding.ts';
import { trimmedFinding } from './text-findings.ts';
import { textOfFile } from './text-of-file.ts';
import { weakKeyFinding } from './weak-key-finding.ts';

type Algorithm = 'sm4' | 'aes';

const algorithmNames = { sm4: 'SM4', aes: 'AES' } as const satisfies Record<Algorithm, string>;

const readingNames: Readonly<Record<NonNullable<KeyDescription['reading']>, Bilingual>> = {
  ascii16: { zh: '16 个字符', en: '16 characters' },
  hex32: { zh: '32 位十六进制', en: '32 hex digits' },
  base64: { zh: 'Base64', en: 'Base64' },
};

/**
 * An SM4 or AES key. White space around its text is left out; a text of surprising length is taken with a warning,
 * since a convention may read it in another way. A binary file of 16 bytes becomes their hex. Throws `key.empty`, and
 * `key.notSymmetric` for PEM, DER and binary files of another length.
 */
export function examineSymmetric(
  input: string | Uint8Array,
  { algorithm, engine }: { readonly algorithm: Algorithm; readonly engine: CryptoEngine },
): ExaminedKey {
  const text = typeof input === 'string' ? input : textOfFile(input);
  const trimmed = text === undefined ? hexOfFile(input as Uint8Array, algorithm) : text.trim();
  if (trimmed === '') throw emptyKey();
  if (looksLikeStructure(trimmed)) throw structureGiven(algorithm);
  const material = { algorithm, text: trimmed };
  const described = describeKey(material, { engine });
  const findings: ReadonlyArray<Finding | undefined> = [
    text === undefined || text === trimmed ? undefined : trimmedFinding,
    symmetricTextFinding(trimmed, described.reading),
    weakKeyFinding(trimmed, 'notice'),
  ];
  const form = text === undefined ? rawForm(algorithm) : formName(algorithm, trimmed, described.reading);
  return {
    material,
    found: { ...described, form, index: 0, findings: findings.filter((finding) => finding !== undefined) },
  };
}

function formName(algorithm: Algorithm, text: string, reading: KeyDescription['reading']): Bilingual {
  const name = algorithmNames[algorithm];
  const length = [...text].length;
  const { zh, en } =
    reading === undefined ? { zh: `${length} 个字符`, en: `${length} characters` } : readingNames[reading];
  return { zh: `${name} 密钥，${zh}`, en: `${name} key, ${en}` };
}

function rawForm(algorithm: Algorithm): Bilingual {
  const name = algorithmNames[algorithm];
  return { zh: `${name} 密钥，16 个原始字节`, en: `${name} key, 16 raw bytes` };
}

function hexOfFile(bytes: Uint8Array, algorithm: Algorithm): string {
  if (bytes.length === 16) return hexFromBytes(bytes);
  if (bytes[0] === 0x30) throw structureGiven(algorithm);
  const like: Bilingual =
    bytes.length === 32
      ? { zh: '；32 字节是 SM2 私钥的长度', en: '; 32 bytes are the length of an SM2 private key' }
      : { zh: '', en: '' };
  throw keyError('key.notSymmetric', {
    zh: `这是二进制文件，有 ${bytes.length} 字节，${algorithmNames[algorithm]} 密钥应为 16 字节${like.zh}。`,
    en: `This is a binary file of ${bytes.length} bytes, and an ${algorithmNames[algorithm]} key has 16${like.en}.`,
  });
}

function structureGiven(algorithm: Algorithm): Error {
  const name = algorithmNames[algorithm];
  return keyError('key.notSymmetric', {
    zh: `这是 PEM 或 DER 结构（SM2、RSA 等密钥或证书），而这里需要 ${name} 密钥：16 个字符、32 位十六进制或 16 字节的 Base64。`,
    en: `This is a PEM or DER structure (an SM2 or RSA key, or a certificate), and an ${name} key is asked for: 16 characters, 32 hex digits or Base64 of 16 bytes.`,
  });
}
