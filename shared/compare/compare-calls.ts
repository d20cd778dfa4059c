import type { ComparedText, Comparison } from '../model/comparison.ts';
import type { Profile } from '../profile/profile.ts';
import { textIn, type ComparableCall, type ComparableMessage } from './comparable-call.ts';
import { compareFields, compareJson, comparePairs } from './compared-texts.ts';
import { comparisonSummary } from './comparison-summary.ts';

export interface Compared {
  readonly left: ComparableCall;
  readonly right: ComparableCall;
  /** Of the left one's platform, where it is known here: names conventions and fields. */
  readonly profile: Profile | undefined;
}

/** What differs between two calls in what was signed, said, encrypted and answered. */
export function compareCalls({ left, right, profile }: Compared): Comparison {
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
  return { summary: comparisonSummary({ left, right, profile, texts }), texts };
}

function plaintextOf(message: ComparableMessage): string | undefined {
  return textIn(message, 'body') ?? textIn(message, 'composed');
}

function answerOf({ response }: ComparableCall): string | undefined {
  return response && (textIn(response, 'body') ?? textIn(response, 'received'));
}
