import { encodeQR } from 'qr';
import { HufuError } from '../../../shared/hufu-error.ts';
import { bytesOfUtf8 } from '../../../shared/pipeline/sizes.ts';

/** Rows of a code from top to bottom, `true` is dark; its quiet zone is part of it. */
export type QrModules = readonly (readonly boolean[])[];

/** In modules, on each side (ISO/IEC 18004, 9.1). */
const quietZone = 4;

/** Of bytes, in version 40 with the lowest error correction (ISO/IEC 18004, table 7). */
const mostBytes = 2953;

/** The code of a text, its bytes UTF-8. Throws `qr.empty`, `qr.tooLong`. */
export function qrModules(text: string): QrModules {
  if (text === '') {
    throw new HufuError({
      code: 'qr.empty',
      text: {
        zh: '没有文字可以画成二维码；请先选中或填写文字。',
        en: 'There is no text to draw as a QR code. Select or enter one first.',
      },
    });
  }
  const bytes = bytesOfUtf8(text);
  if (bytes > mostBytes) throw tooLong(bytes);
  try {
    return encodeQR(text, 'raw', { border: quietZone, encoding: 'byte', ecc: 'medium' });
  } catch {
    // What has no room with 15 % of error correction has it with 7 %.
    return encodeQR(text, 'raw', { border: quietZone, encoding: 'byte', ecc: 'low' });
  }
}

function tooLong(bytes: number): HufuError {
  return new HufuError({
    code: 'qr.tooLong',
    text: {
      zh: `这段文字有 ${bytes} 字节，一个二维码最多容纳 ${mostBytes} 字节；请选中较短的一段。`,
      en: `The text has ${bytes} bytes, and one QR code holds ${mostBytes} at most. Select a shorter part.`,
    },
  });
}

/** Undefined for what cannot be drawn. */
export function drawableModules(text: string): QrModules | undefined {
  try {
    return qrModules(text);
  } catch (error) {
    if (error instanceof HufuError) return undefined;
    throw error;
  }
}
