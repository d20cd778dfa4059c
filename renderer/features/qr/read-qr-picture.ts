import type { PictureReading } from './picture-reading.ts';
import { pictureRefusal, qrTextOf, type QrText } from './qr-failures.ts';
// oxlint-disable-next-line import/default -- made by Vite from the file, which exports nothing
import QrWorker from './qr-worker.ts?worker';

const notRun: QrText = {
  refused: {
    code: 'qr.readerFailed',
    text: {
      zh: '浏览器没能运行二维码识别，图片没有读取；请重新打开页面后再试。',
      en: 'The browser could not run the reader of QR codes, and the picture was not read. Open the page again and try once more.',
    },
  },
};

/** Reads a picture away from the thread of the page. Its reader ends with it, and whatever memory the picture took. */
export function readQrPicture(picture: Blob): Promise<QrText> {
  const refused = pictureRefusal(picture);
  if (refused) return Promise.resolve({ refused });
  const worker = new QrWorker();
  return new Promise<QrText>((resolve) => {
    worker.addEventListener('message', ({ data }: MessageEvent<PictureReading>) => resolve(qrTextOf(data)));
    worker.addEventListener('error', () => resolve(notRun));
    worker.postMessage(picture);
  }).finally(() => worker.terminate());
}
