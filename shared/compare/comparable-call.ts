import type { CallRecord } from '../model/call-record.ts';
import type { Trace } from '../pipeline/trace.ts';
import type { Value } from '../pipeline/value.ts';

/** A call as far as comparing looks at it. */
export interface ComparableCall {
  readonly record: Pick<CallRecord, 'url' | 'status' | 'verdict' | 'keys' | 'versions'>;
  readonly request: ComparableMessage;
  readonly response?: ComparableMessage;
}

export interface ComparableMessage {
  readonly trace: Trace;
  /** The last value of every slot. */
  readonly slots: ReadonlyMap<string, Value>;
}

export function textIn({ slots }: ComparableMessage, slot: string): string | undefined {
  const value = slots.get(slot);
  return value?.type === 'text' || value?.type === 'json' ? value.text : undefined;
}
