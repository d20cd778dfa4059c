import type { PictureReading } from './picture-reading.ts';
import { longestSide, readQrPixels } from './read-qr-pixels.ts';

/** Unpacked, a picture of this size takes 80 MB. */
const mostPixels = 20_000_000;

self.addEventListener('message', ({ data }: MessageEvent<Blob>) => {
  void readPicture(data)
    .catch((): PictureReading => ({ kind: 'failed' }))
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker posts to its page alone
    .then((reading) => self.postMessage(reading));
});

async function readPicture(file: Blob): Promise<PictureReading> {
  let picture: ImageBitmap;
  try {
    picture = await createImageBitmap(file);
  } catch {
    return { kind: 'notPicture' };
  }
  const { width, height } = picture;
  if (width * height > mostPixels) {
    picture.close();
    return { kind: 'tooLarge', width, height };
  }
  const pixels = pixelsOf(picture);
  return pixels ? { kind: 'texts', texts: await readQrPixels(pixels) } : { kind: 'notPicture' };
}

/** Upon white, which is what surrounds a code that has no ground of its own; made smaller where a side is too long. */
function pixelsOf(picture: ImageBitmap): ImageData | undefined {
  const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
  const width = Math.max(1, Math.round(picture.width * scale));
  const height = Math.max(1, Math.round(picture.height * scale));
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (!context) return undefined;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.drawImage(picture, 0, 0, width, height);
  picture.close();
  return context.getImageData(0, 0, width, height);
}
