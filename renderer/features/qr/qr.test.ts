import fc from 'fast-check';
import { encodeQR } from 'qr';
import { describe, expect, it } from 'vitest';
import type { HufuErrorDetail } from '../../../shared/hufu-error.ts';
import { type Pixels, qrPath, qrPixels, qrSvgFile } from './qr-drawing.ts';
import { pictureRefusal, qrTextOf } from './qr-failures.ts';
import { type QrModules, qrModules } from './qr-modules.ts';
import { readQrPixels } from './read-qr-pixels.ts';

const drawn = (text: string, scale = 3): Pixels => qrPixels(qrModules(text), scale);

/** Turned about its middle upon white, and enlarged by as much. */
function turned({ width, height, data }: Pixels, { degrees, factor }: { degrees: number; factor: number }): Pixels {
  const side = Math.ceil(Math.hypot(width, height) * factor);
  const [cosine, sine] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const turnedData = new Uint8ClampedArray(side * side * 4).fill(255);
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      const [right, down] = [(x - side / 2) / factor, (y - side / 2) / factor];
      const column = Math.floor(right * cosine + down * sine + width / 2);
      const row = Math.floor(down * cosine - right * sine + height / 2);
      if (column < 0 || row < 0 || column >= width || row >= height) continue;
      turnedData.fill(data[(row * width + column) * 4] ?? 255, (y * side + x) * 4, (y * side + x) * 4 + 3);
    }
  }
  return { width: side, height: side, data: turnedData };
}

function besideEachOther(left: Pixels, right: Pixels): Pixels {
  const width = left.width + right.width;
  const height = Math.max(left.height, right.height);
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (const [pixels, offset] of [
    [left, 0],
    [right, left.width],
  ] as const) {
    for (let y = 0; y < pixels.height; y += 1) {
      const row = pixels.data.subarray(y * pixels.width * 4, (y + 1) * pixels.width * 4);
      data.set(row, (y * width + offset) * 4);
    }
  }
  return { width, height, data };
}

const address = 'http://127.0.0.1:18080/h5?token=0123456789abcdef0123456789abcdef&uuid=P10000001';
const han = fc.string({ unit: fc.integer({ min: 0x4e00, max: 0x9fff }).map((code) => String.fromCodePoint(code)) });

describe('a drawn code', () => {
  it('is read as its text, whatever it is', async () => {
    const texts = fc
      .oneof(fc.string({ unit: 'binary' }), han, fc.webUrl({ withQueryParameters: true }))
      .filter((text) => text !== '' && text.isWellFormed());
    await fc.assert(
      fc.asyncProperty(texts, fc.integer({ min: 2, max: 5 }), async (text, scale) => {
        expect(await readQrPixels(drawn(text, scale))).toEqual([text]);
      }),
      { numRuns: 60 },
    );
  });

  it.each([address, '{"证照标识":"1.2.156.3005.2","时间":"20260101120000"}'])(
    'is read turned and in another size: %s',
    async (text) => {
      for (const turn of [
        { degrees: 90, factor: 1 },
        { degrees: 180, factor: 0.8 },
        { degrees: 17, factor: 1.3 },
      ]) {
        expect(await readQrPixels(turned(drawn(text, 4), turn)), JSON.stringify(turn)).toEqual([text]);
      }
    },
  );

  it('is read up to the most that one holds', async () => {
    const longest = 'x'.repeat(2953);
    expect(await readQrPixels(drawn(longest))).toEqual([longest]);
  });

  it('has four light modules on each side', () => {
    const modules = qrModules(address);
    const margin = [0, 1, 2, 3].flatMap((index) => [index, modules.length - 1 - index]);
    for (const index of margin) {
      expect(modules[index]?.some(Boolean)).toBe(false);
      expect(modules.some((row) => row[index])).toBe(false);
    }
    expect(modules[4]?.[4]).toBe(true);
  });

  it('is the same as a path and as pixels', () => {
    const modules: QrModules = [
      [true, true, false],
      [false, false, false],
      [true, false, true],
    ];
    expect(qrPath(modules)).toBe('M0 0h2v1h-2zM0 2h1v1h-1zM2 2h1v1h-1z');
    expect(qrSvgFile(modules)).toContain('viewBox="0 0 3 3"');
    const { width, data } = qrPixels(modules, 2);
    const dark = modules.map((row, y) => row.map((_, x) => data[(y * 2 * width + x * 2) * 4] === 0));
    expect(dark).toEqual(modules);
    expect(data.filter((byte, index) => index % 4 === 3 && byte !== 255)).toHaveLength(0);
  });
});

describe('what cannot be drawn or read', () => {
  it('is refused with a sentence', () => {
    expect(() => qrModules('')).toThrow(
      expect.objectContaining({ detail: expect.objectContaining({ code: 'qr.empty' }) }),
    );
    expect(() => qrModules('字'.repeat(985))).toThrow(
      expect.objectContaining({ detail: expect.objectContaining({ code: 'qr.tooLong' }) }),
    );
  });

  it('is told apart: no code, several, no picture, too large', async () => {
    const blank: Pixels = { width: 300, height: 200, data: new Uint8ClampedArray(300 * 200 * 4).fill(255) };
    const two = await readQrPixels(besideEachOther(drawn('one', 4), drawn('two', 4)));
    const twice = await readQrPixels(besideEachOther(drawn('one', 4), drawn('one', 4)));
    expect(code({ kind: 'texts', texts: await readQrPixels(blank) })).toBe('qr.notFound');
    expect(code({ kind: 'texts', texts: two })).toBe('qr.several');
    expect(qrTextOf({ kind: 'texts', texts: twice })).toEqual({ text: 'one' });
    expect(code({ kind: 'notPicture' })).toBe('qr.notPicture');
    expect(code({ kind: 'tooLarge', width: 5000, height: 5000 })).toBe('qr.pictureTooLarge');
    expect(pictureRefusal({ size: 65 * 1024 * 1024 })?.code).toBe('qr.fileTooLarge');
    expect(pictureRefusal({ size: 1024 })).toBeUndefined();
  });

  function code(reading: Parameters<typeof qrTextOf>[0]): HufuErrorDetail['code'] | undefined {
    const result = qrTextOf(reading);
    return 'refused' in result ? result.refused.code : undefined;
  }
});

it('reads a code whose bytes are GBK', async () => {
  const bytes = Uint8Array.from([0xd6, 0xd0, 0xce, 0xc4]);
  const modules = encodeQR('中文', 'raw', { border: 4, encoding: 'byte', textEncoder: () => bytes });
  expect(await readQrPixels(qrPixels(modules, 3))).toEqual(['中文']);
});
