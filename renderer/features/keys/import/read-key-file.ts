import { base64FromBytes } from '../../../../shared/crypto/encodings/base64.ts';
import type { HufuErrorDetail } from '../../../../shared/hufu-error.ts';

/** A PKCS#12 file with a long chain has 20 KB; a file of megabytes is something else. */
const largestFile = 1_000_000;

export type KeyFile = { readonly name: string; readonly base64: string } | { readonly refused: HufuErrorDetail };

/** The bytes of a chosen or dropped file, whatever it calls itself: a certificate may be DER or PEM under one ending. */
export async function readKeyFile(file: File): Promise<KeyFile> {
  if (file.size > largestFile) {
    return {
      refused: {
        code: 'key.fileTooLarge',
        text: {
          zh: `文件 ${file.name} 有 ${file.size} 字节，密钥或证书文件不会超过 ${largestFile} 字节；请选择密钥文件本身。`,
          en: `The file ${file.name} has ${file.size} bytes and a key or certificate never has more than ${largestFile}; choose the key file itself.`,
        },
      },
    };
  }
  return { name: file.name, base64: base64FromBytes(new Uint8Array(await file.arrayBuffer())) };
}
