import type { PictureReading } from './picture-reading.ts';
import { pictureRefusal, qrTextOf, type QrText } from './qr-failures.ts';
// oxlint-disable-next-line import/default -- made by Vite from the file, which exports nothing
import QrWorker from './qr-worker.ts?worker';

/** Reads a picture away from the thread of the page. Its reader ends with it, and whatever memory the picture took. */
export function readQrPicture(picture: Blob): Promise<QrText> {
  const refused = pictureRefusal(picture);
  if (refused) return Promise.resolve({ refused });
  const worker = new QrWorker();
  return new Promise<QrText>((resolve) => {
    worker.addEventListener('message', ({ data }: MessageEvent<PictureReading>) => resolve(qrTextOf(data)));
    worker.addEventListener('error', () => resolve(qrTextOf({ kind: 'failed' })));
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has none
    worker.postMessage(picture);
  }).finally(() => worker.terminate());
}
