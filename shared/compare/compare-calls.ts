import type { CallRecord } from '../model/call-record.ts';
import type { ComparedText, Comparison } from '../model/comparison.ts';
import type { Trace } from '../pipeline/trace.ts';
import type { Value } from '../pipeline/value.ts';
import { compareFields, compareJson, comparePairs } from './compared-texts.ts';
import { comparisonSummary } from './comparison-summary.ts';

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

/** What differs between two calls in what was signed, said, encrypted and answered. */
export function compareCalls(left: ComparableCall, right: ComparableCall): Comparison {
  const texts: readonly ComparedText[] = [
    {
      what: 'stringToSign',
      ...comparePairs(textIn(left.request, 'stringToSign'), textIn(right.request, 'stringToSign')),
    },
    { what: 'header', ...compareFields(left.request.slots.get('header'), right.request.slots.get('header')) },
    { what: 'plaintext', ...compareJson(plaintextOf(left.request), plaintextOf(right.request)) },
    { what: 'wire', ...compareJson(textIn(left.request, 'message'), textIn(right.request, 'message')) },
    { what: 'answer', ...compareJson(answerOf(left), answerOf(right)) },
  ];
  return { summary: comparisonSummary({ left, right, texts }), texts };
}

export function textIn({ slots }: ComparableMessage, slot: string): string | undefined {
  const value = slots.get(slot);
  return value?.type === 'text' || value?.type === 'json' ? value.text : undefined;
}

function plaintextOf(message: ComparableMessage): string | undefined {
  return textIn(message, 'body') ?? textIn(message, 'composed');
}

function answerOf({ response }: ComparableCall): string | undefined {
  return response && (textIn(response, 'body') ?? textIn(response, 'received'));
}
