import type { Finding } from '../../finding.ts';
import type { CryptoEngine } from '../engine.ts';
import { describeKey } from './describe-key.ts';
import type { ExaminedKey } from './examined-key.ts';
import { keyError } from './key-error.ts';
import { emptyKey } from './key-pieces.ts';
import { structureFinding, whiteSpaceFinding } from './text-findings.ts';
import { textOfFile } from './text-of-file.ts';

/** A secret or password, kept exactly as it is. Throws `key.empty`, `key.notText`, `utf8.loneSurrogate`. */
export function examineText(
  input: string | Uint8Array,
  { engine, findings }: { readonly engine: CryptoEngine; readonly findings: readonly Finding[] },
): ExaminedKey {
  const text = typeof input === 'string' ? input : textOfFile(input);
  if (text === undefined) {
    throw keyError('key.notText', {
      zh: '这是二进制文件或不是 UTF-8 的文本，而这里需要文本。',
      en: 'This is a binary file, or its text is not UTF-8; a text is asked for.',
    });
  }
  if (text.trim() === '') throw emptyKey();
  const material = { algorithm: 'text', text } as const;
  const length = [...text].length;
  const odd = [structureFinding(text), whiteSpaceFinding(text)].filter((finding) => finding !== undefined);
  return {
    material,
    found: {
      ...describeKey(material, { engine }),
      form: { zh: `文本，${length} 个字符`, en: `text, ${length} characters` },
      index: 0,
      findings: [...findings, ...odd],
    },
  };
}
