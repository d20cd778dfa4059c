import { readableSize } from '../../../shared/files/readable-size.ts';
import type { HufuErrorDetail } from '../../../shared/hufu-error.ts';
import type { PictureReading } from './picture-reading.ts';

export type QrText = { readonly text: string } | { readonly refused: HufuErrorDetail };

/** What a reading comes to: the text of the one code, or why there is none. */
export function qrTextOf(reading: PictureReading): QrText {
  switch (reading.kind) {
    case 'notPicture':
      return refused('qr.notPicture', {
        zh: '这不是浏览器能打开的图片，或已损坏；请选择 PNG、JPEG 或 WEBP 图片。',
        en: 'This is no picture that the browser can open, or it is damaged. Choose a PNG, JPEG or WEBP.',
      });
    case 'failed':
      return refused('qr.readerFailed', {
        zh: '浏览器没能运行二维码识别，图片没有读取；请换一张较小的图片，或重新打开页面后再试。',
        en: 'The browser could not run the reader of QR codes, and the picture was not read. Try a smaller one, or open the page again.',
      });
    case 'tooLarge':
      return refused('qr.pictureTooLarge', {
        zh: `图片有 ${reading.width} × ${reading.height} 像素，最多 2000 万像素；请裁剪出二维码再试。`,
        en: `The picture has ${reading.width} × ${reading.height} pixels, and 20 million are the most. Cut out the code and try again.`,
      });
    case 'texts': {
      const { texts } = reading;
      const [text] = texts;
      if (text === undefined) return noCode;
      return texts.length === 1 ? { text } : severalCodes(texts.length);
    }
  }
}

export const noPictureGiven: HufuErrorDetail = {
  code: 'qr.noPicture',
  text: {
    zh: '剪贴板里没有图片；请先复制图片，或选择图片文件。',
    en: 'The clipboard holds no picture. Copy one first, or choose a file.',
  },
};

/** Before it is unpacked. Undefined where it may be read. */
export function pictureRefusal({ size }: { readonly size: number }): HufuErrorDetail | undefined {
  if (size <= largestFile) return undefined;
  return {
    code: 'qr.fileTooLarge',
    text: {
      zh: `图片文件有 ${readableSize(size)}，最多 ${readableSize(largestFile)}；请裁剪出二维码再试。`,
      en: `The file has ${readableSize(size)}, and ${readableSize(largestFile)} is the most. Cut out the code and try again.`,
    },
  };
}

const largestFile = 64 * 1024 * 1024;

const noCode = refused('qr.notFound', {
  zh: '图片里没有找到二维码；请确认二维码完整、清晰，四周留有空白，再试一次。',
  en: 'No QR code was found in the picture. See that it is whole, sharp and has a blank margin, and try again.',
});

function severalCodes(count: number): QrText {
  return refused('qr.several', {
    zh: `图片里有 ${count} 个不同的二维码，不知道要哪一个；请裁剪出一个再试。`,
    en: `The picture has ${count} different QR codes, and which one is meant is not known. Cut one out and try again.`,
  });
}

function refused(code: string, text: HufuErrorDetail['text']): QrText {
  return { refused: { code, text } };
}
