import { z } from 'zod';
import { callSchema } from '../../shared/model/call.ts';
import { callVerdicts } from '../../shared/model/call-record.ts';
import type { JsonNode } from '../../shared/json/json-node.ts';
import type { HistoryDocument } from './history-document.ts';

/** The shape of a call in a file from somebody else: whatever passes can be shown, compared and kept. */

const bilingual = z.object({ zh: z.string(), en: z.string() });
const position = z.object({ line: z.number(), column: z.number() });
const texts = z.record(z.string(), z.string());
const bytes = z.instanceof(Uint8Array);

const detail = z.object({
  code: z.string(),
  text: bilingual,
  field: z.string().optional(),
  clause: z.string().optional(),
  position: position.optional(),
});

const finding = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'notice']),
  message: bilingual,
  clause: z.string().optional(),
  mark: z.enum(['S', 'P', 'F', 'I', 'A']).optional(),
  field: z.string().optional(),
  position: position.optional(),
});

const jsonNode: z.ZodType<JsonNode> = z.lazy(() =>
  z.union([
    z.object({ type: z.literal('object'), members: z.array(z.object({ name: z.string(), value: jsonNode })) }),
    z.object({ type: z.literal('array'), items: z.array(jsonNode) }),
    z.object({ type: z.literal('string'), value: z.string() }),
    z.object({ type: z.literal('number'), text: z.string() }),
    z.object({ type: z.literal('literal'), value: z.union([z.literal(true), z.literal(false), z.null()]) }),
  ]),
);

const value = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: z.string() }),
  z.object({ type: z.literal('json'), text: z.string() }),
  z.object({ type: z.literal('bytes'), bytes }),
  z.object({
    type: z.literal('parts'),
    parts: z.array(z.object({ name: z.string(), content: z.union([z.string(), bytes]) })),
  }),
  z.object({ type: z.literal('fields'), fields: z.array(z.object({ name: z.string(), value: jsonNode })) }),
]);

const trace = z.object({
  format: z.literal(1),
  platform: z.string(),
  message: z.enum(['request', 'response']),
  direction: z.enum(['outward', 'inward']),
  conventions: texts,
  inputs: z.object({ clock: z.number(), nonce: z.string().optional(), serial: z.string().optional() }),
  steps: z.array(
    z.object({
      kind: z.string(),
      title: bilingual,
      clause: z.string().optional(),
      options: z.record(z.string(), z.unknown()),
      inputs: z.array(z.string()),
      outputs: z.array(
        z.object({
          slot: z.string(),
          size: z.number(),
          sensitivity: z.enum(['public', 'personal', 'secret']),
          value: value.optional(),
        }),
      ),
      milliseconds: z.number(),
      verdict: z.enum(['done', 'passed', 'failed', 'skipped']),
      findings: z.array(finding),
    }),
  ),
  findings: z.array(finding),
});

const milliseconds = z.number().nullable();

const exchange = z.object({
  status: z.number(),
  statusText: z.string(),
  requestHead: z.string(),
  responseHeaders: z.array(z.tuple([z.string(), z.string()])),
  responseSize: z.number(),
  remoteAddress: z.string(),
  tls: z
    .object({
      protocol: z.string(),
      cipher: z.string(),
      authorized: z.boolean(),
      authorizationError: z.string().optional(),
      subject: z.string().optional(),
      validTo: z.string().optional(),
    })
    .optional(),
  timings: z.object({
    dns: milliseconds,
    tcp: milliseconds,
    proxy: milliseconds,
    tls: milliseconds,
    firstByte: milliseconds,
    body: milliseconds,
    total: z.number(),
  }),
});

const record = z.object({
  id: z.uuid(),
  title: bilingual,
  requestId: z.string().optional(),
  call: callSchema,
  versions: z.object({ program: z.string(), profile: z.string() }),
  repeats: z.string().optional(),
  keys: texts,
  startedAt: z.number().int().min(0).max(8.64e15),
  url: z.string(),
  http: exchange.optional(),
  status: z.object({ code: z.string(), meaning: bilingual, clause: z.string(), advice: bilingual }).optional(),
  verdict: z.enum(callVerdicts),
  error: detail.optional(),
  bodiesKept: z.boolean(),
});

export const historyDocumentSchema: z.ZodType<HistoryDocument> = z.object({
  format: z.literal(1),
  record,
  request: trace,
  response: trace.optional(),
  wire: z.object({
    method: z.string(),
    headers: z.array(z.tuple([z.string(), z.string()])),
    body: bytes.nullable(),
    answer: bytes.nullable().optional(),
  }),
}) as unknown as z.ZodType<HistoryDocument>;
