import { randomUUID } from 'node:crypto';
import { base64FromBytes } from '../../shared/crypto/encodings/base64.ts';
import { hexFromBytes } from '../../shared/crypto/encodings/hex.ts';
import { utf8FromBytes } from '../../shared/crypto/encodings/utf8.ts';
import { HufuError } from '../../shared/hufu-error.ts';
import type { TraceSummary } from '../../shared/model/call-record.ts';
import type { Trace } from '../../shared/pipeline/trace.ts';
import { contentBytes, partsOf, viewTrace } from '../../shared/pipeline/trace-view.ts';
import type { ValuePlace } from '../host.ts';

/** How many traces a user can still open whole. A preview a keystroke must not push out what was sent. */
const capacities = { preview: 8, call: 64 } as const;
export type TraceKeeping = keyof typeof capacities;

/** Characters or bytes of a value that a shell gets without asking for the whole. */
const excerptLimit = 4096;

export interface TraceMemory {
  /** Under a name of its own unless one is given; a name that is known is used for the new trace. */
  remember(trace: Trace, keeping: TraceKeeping, traceId?: string): TraceSummary;
  /** A trace that is still whole. */
  find(traceId: string): Trace | undefined;
  /** One value whole. Throws `trace.forgotten`. */
  value(place: ValuePlace): string;
}

/** Keeps the last traces whole, so that what crosses to a shell can be short. */
export function createTraceMemory(): TraceMemory {
  const kept = { preview: new Map<string, Trace>(), call: new Map<string, Trace>() };
  return {
    remember(trace, keeping, traceId = randomUUID()) {
      const traces = kept[keeping];
      traces.delete(traceId);
      traces.set(traceId, trace);
      const [oldest] = traces.keys();
      if (traces.size > capacities[keeping] && oldest !== undefined) traces.delete(oldest);
      return { traceId, trace: viewTrace(trace, { limit: excerptLimit }) };
    },
    find: (traceId) => kept.call.get(traceId) ?? kept.preview.get(traceId),
    value({ traceId, step, slot, part, form }) {
      const trace = kept.call.get(traceId) ?? kept.preview.get(traceId);
      const output = trace?.steps[step]?.outputs.find((candidate) => candidate.slot === slot);
      const found = output?.value && partsOf(output.value)[part];
      if (!found) throw forgotten();
      const { content } = found;
      if (form === 'text') return typeof content === 'string' ? content : utf8FromBytes(content);
      const bytes = contentBytes(content);
      return form === 'hex' ? hexFromBytes(bytes) : base64FromBytes(bytes);
    },
  };
}

function forgotten(): HufuError {
  return new HufuError({
    code: 'trace.forgotten',
    text: {
      zh: `这一步的完整内容已不在内存中（只保留最近 ${capacities.call} 个收发的报文）；请重新计算或重新发送。`,
      en: `The whole value of this step is no longer in memory (those of the last ${capacities.call} messages sent or received are kept); compute or send again.`,
    },
  });
}
