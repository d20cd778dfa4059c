import { z } from 'zod';
import { slotName } from '../option-schemas.ts';
import { bytesOfUtf8 } from '../sizes.ts';
import { stepKind } from '../step-kind.ts';

/** Reports a body that is longer than the standard's table allows. */
export const sizeCheck = stepKind({
  kind: 'size.check',
  options: z.strictObject({ body: slotName, atMostBytes: z.number() }),
  reads: ({ body }) => [body],
  writes: () => [],
  run: ({ body, atMostBytes }, { read, clause }) => {
    const value = read(body, 'json');
    const found = bytesOfUtf8(value.text.startsWith('"') ? value.text.slice(1, -1) : value.text);
    if (found <= atMostBytes) return { outputs: {}, verdict: 'passed' };
    return {
      outputs: {},
      verdict: 'passed',
      findings: [
        {
          code: 'body.tooLong',
          severity: 'warning',
          field: 'body',
          mark: 'I',
          ...(clause !== undefined && { clause }),
          message: {
            zh: `报文体按发送的样子有 ${found} 字节，标准的上限按 ${atMostBytes} 字节计。`,
            en: `The body as sent has ${found} bytes; the standard's limit is taken as ${atMostBytes} bytes.`,
          },
        },
      ],
    };
  },
});
