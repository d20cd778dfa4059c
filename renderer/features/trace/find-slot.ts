import type { OutputView, PartView, StepView, TraceView } from '../../../shared/pipeline/trace-view.ts';
import type { Sensitivity } from '../../../shared/pipeline/trace.ts';
import type { TraceSummary } from '../../../shared/model/call-record.ts';

/** Where a value of a trace is: enough to show its beginning and to ask the host for the whole. */
export interface PartPlace {
  readonly traceId: string;
  /** Index of the step in its trace. */
  readonly step: number;
  readonly slot: string;
  readonly sensitivity: Sensitivity;
  /** Index of the part in its output. */
  readonly index: number;
  readonly part: PartView;
}

/** The newest output of the first of these slots that any step wrote. */
export function findSlot({ traceId, trace }: TraceSummary, ...slots: readonly string[]): readonly PartPlace[] {
  for (const slot of slots) {
    const step = trace.steps.findLastIndex(({ outputs }) => outputs.some((output) => output.slot === slot));
    const output = trace.steps[step]?.outputs.find((candidate) => candidate.slot === slot);
    if (output) return placesOf(output, { traceId, step });
  }
  return [];
}

export function placesOf(
  { slot, sensitivity, parts }: OutputView,
  { traceId, step }: { traceId: string; step: number },
): readonly PartPlace[] {
  return parts.map((part, index) => ({ traceId, step, slot, sensitivity, index, part }));
}

/** The last step of one of these kinds that was carried out or refused. */
export function findStep({ steps }: TraceView, ...kinds: readonly string[]): StepView | undefined {
  return steps.findLast(({ kind }) => kinds.includes(kind));
}
