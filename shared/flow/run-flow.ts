import type { Bilingual } from '../bilingual.ts';
import type { HufuErrorDetail } from '../hufu-error.ts';
import type { CallRecord } from '../model/call-record.ts';

/** What a flow has to know of a call. */
export type FlowResult = Pick<CallRecord, 'verdict' | 'extracted'>;

/** One request of a flow and what came of it. `notRun`: one before it did not succeed, or the run was stopped. */
export interface FlowStep<Result extends FlowResult = CallRecord> {
  readonly id: string;
  readonly title: Bilingual;
  readonly state: 'waiting' | 'running' | 'done' | 'notSent' | 'notRun';
  /** Of a call that was sent, whatever its verdict. */
  readonly record?: Result;
  /** Why it was not sent, or what it did not take out of its answer. */
  readonly failure?: HufuErrorDetail;
}

interface FlowRun<Result extends FlowResult> {
  /** Sends a request of the flow; rejects when it cannot be sent. */
  readonly send: (id: string) => Promise<Result>;
  /** What a rejection says. */
  readonly failureOf: (error: unknown) => HufuErrorDetail;
  readonly onChange?: (steps: readonly FlowStep<Result>[]) => void;
  /** Asked before each request. */
  readonly isStopped?: () => boolean;
  /** Sends the requests behind one that did not succeed as well. */
  readonly keepsGoing?: boolean;
}

/**
 * Sends requests one after another, each when the one before it has succeeded and has given all values that it was to
 * hand on, unless it is to keep going. Resolves with what came of each.
 */
export async function runFlow<Result extends FlowResult>(
  requests: readonly Pick<FlowStep, 'id' | 'title'>[],
  { send, failureOf, onChange, isStopped, keepsGoing = false }: FlowRun<Result>,
): Promise<readonly FlowStep<Result>[]> {
  let steps: readonly FlowStep<Result>[] = requests.map(({ id, title }) => ({ id, title, state: 'waiting' }));
  const change = (index: number, step: Partial<FlowStep<Result>>): void => {
    steps = steps.map((one, place) => (place === index ? { ...one, ...step } : one));
    onChange?.(steps);
  };
  for (const [index, { id }] of steps.entries()) {
    if (isStopped?.()) break;
    change(index, { state: 'running' });
    try {
      const record = await send(id);
      const lost = record.extracted?.find(({ found }) => !found);
      change(index, { state: 'done', record, ...(lost && { failure: notFound(lost) }) });
      if (!keepsGoing && (record.verdict !== 'success' || lost)) break;
    } catch (error) {
      change(index, { state: 'notSent', failure: failureOf(error) });
      if (!keepsGoing) break;
    }
  }
  steps = steps.map((step) => (step.state === 'waiting' ? { ...step, state: 'notRun' } : step));
  onChange?.(steps);
  return steps;
}

export function hasSucceeded(steps: readonly FlowStep<FlowResult>[]): boolean {
  return steps.every(({ record, failure }) => record?.verdict === 'success' && !failure);
}

function notFound({ name, pointer }: { readonly name: string; readonly pointer: string }): HufuErrorDetail {
  return {
    code: 'flow.notFound',
    field: name,
    text: {
      zh: `答复里 ${pointer} 处没有值，{{${name}}} 没有得到。`,
      en: `The answer has nothing at ${pointer} for {{${name}}}.`,
    },
  };
}
