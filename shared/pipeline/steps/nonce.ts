import { z } from 'zod';
import type { Finding } from '../../finding.ts';
import { HufuError } from '../../hufu-error.ts';
import { scalarText } from '../../json/json-node.ts';
import { slotName } from '../option-schemas.ts';
import { stepKind } from '../step-kind.ts';

/** Brings the nonce of this message into the run: drawn by the caller of the pipeline, or locked by hand. */
export const nonceDraw = stepKind({
  kind: 'nonce.draw',
  options: z.strictObject({ field: z.string(), length: z.number().int().min(1).max(10_000), to: slotName }),
  reads: () => [],
  writes: ({ to }) => [to],
  run: ({ field, length, to }, { fields, nonce, clause }) => {
    const text = fields.locked[field] ?? nonce;
    if (text === undefined) throw missingNonce(field);
    const found = [...text].length;
    const findings: Finding[] =
      found === length
        ? []
        : [
            {
              code: 'nonce.length',
              severity: 'error',
              field,
              mark: 'S',
              ...(clause !== undefined && { clause }),
              message: {
                zh: `随机数 ${field} 应为 ${length} 个字符，实际 ${found} 个。`,
                en: `Nonce ${field} must have ${length} characters and has ${found}.`,
              },
            },
          ];
    return { outputs: { [to]: { value: { type: 'text', text }, sensitivity: 'public' } }, findings };
  },
});

/** Finds the nonce of a received message, in its header or in an HTTP header. */
export const nonceTake = stepKind({
  kind: 'nonce.take',
  options: z.strictObject({ field: z.string(), header: slotName, carrier: z.string(), to: slotName }),
  reads: ({ header }) => [header],
  mayRead: () => ['httpHeaders'],
  writes: ({ to }) => [to],
  run: ({ field, header, carrier, to }, { read, find }) => {
    const httpName = carrier.startsWith('http:') ? carrier.slice('http:'.length).toLowerCase() : undefined;
    const member = httpName
      ? find('httpHeaders', 'fields')?.fields.find(({ name }) => name.toLowerCase() === httpName)
      : read(header, 'fields').fields.findLast(({ name }) => name === field);
    const text = scalarText(member?.value) ?? '';
    if (text === '') throw missingNonce(httpName ? carrier : field);
    return { outputs: { [to]: { value: { type: 'text', text }, sensitivity: 'public' } } };
  },
});

function missingNonce(field: string): HufuError {
  return new HufuError({
    code: 'nonce.missing',
    field,
    text: {
      zh: `没有随机数 ${field}：没有它就不能核对签名，也不能防重放。`,
      en: `There is no nonce ${field}: without it the signature cannot be checked, nor a replay noticed.`,
    },
  });
}
