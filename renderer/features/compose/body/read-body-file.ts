import { type Base64File, recogniseFile } from '../../../../shared/files/base64-file.ts';
import { readableSize } from '../../../../shared/files/readable-size.ts';
import type { HufuErrorDetail } from '../../../../shared/hufu-error.ts';

/** In characters. The host takes 32 MB at once, and a draft has its body inside one more JSON string. */
const largestBody = 24 * 1024 * 1024;

export type BodyFile = { readonly file: Base64File } | { readonly refused: HufuErrorDetail };

/** A chosen or dropped file as Base64, read and encoded by the browser away from this thread. */
export async function readBodyFile(chosen: File, { bodyLength }: { readonly bodyLength: number }): Promise<BodyFile> {
  const { name, size } = chosen;
  const length = bodyLength + Math.ceil(size / 3) * 4;
  if (size === 0) {
    return refused('body.fileEmpty', {
      zh: `文件 ${name} 是空的，没有内容可以放入报文体；请选择别的文件。`,
      en: `The file ${name} is empty: there is nothing to put into the body. Choose another one.`,
    });
  }
  if (length > largestBody) {
    return refused('body.fileTooLarge', {
      zh: `文件 ${name} 有 ${readableSize(size)}，放入后报文体将有 ${readableSize(length)}，最多 ${readableSize(largestBody)}；请选择较小的文件。`,
      en: `The file ${name} has ${readableSize(size)}; with it the body would have ${readableSize(length)}, and ${readableSize(largestBody)} is the most. Choose a smaller file.`,
    });
  }
  const raw = await readAsBase64(chosen);
  const file = raw === undefined ? undefined : recogniseFile(raw, { shortestUnknown: 1 });
  if (file) return { file };
  return refused('body.fileNotRead', {
    zh: `文件 ${name} 读不出来，可能已被移走，或没有读取权限；请检查后再选一次。`,
    en: `The file ${name} cannot be read; it may have been moved, or reading it is not allowed. Check it and choose it again.`,
  });
}

function readAsBase64(file: File): Promise<string | undefined> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.addEventListener('error', () => resolve(undefined));
    reader.addEventListener('load', () => {
      const { result } = reader;
      resolve(typeof result === 'string' ? result.slice(result.indexOf(',') + 1) : undefined);
    });
    reader.readAsDataURL(file);
  });
}

function refused(code: string, text: HufuErrorDetail['text']): BodyFile {
  return { refused: { code, text } };
}
