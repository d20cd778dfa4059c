import type { CallRecord } from '../../shared/model/call-record.ts';
import { parseJson } from '../../shared/json/json-text.ts';
import { mapTexts } from '../../shared/privacy/map-texts.ts';
import type { Trace, TraceOutput } from '../../shared/pipeline/trace.ts';
import type { Value } from '../../shared/pipeline/value.ts';
import type { HeaderField } from '../transport/http-exchange.ts';

/** Everything that is kept of one call. */
export interface HistoryDocument {
  readonly format: 1;
  readonly record: Omit<CallRecord, 'request' | 'response' | 'notRecorded'>;
  readonly request: Trace;
  readonly response?: Trace;
  readonly wire: Wire;
}

/** The bytes of both messages, as they went and came. Null where bodies are not kept. */
export interface Wire {
  readonly method: string;
  readonly headers: readonly HeaderField[];
  readonly body: Uint8Array | null;
  /** Absent when no answer came. */
  readonly answer?: Uint8Array | null;
}

/** Data and nothing else: a size that is computed when asked becomes a number, a JSON value its text. */
export function plainTrace(trace: Trace): Trace {
  return {
    ...trace,
    steps: trace.steps.map((step) => ({
      ...step,
      outputs: step.outputs.map(({ slot, size, sensitivity, value }) => ({
        slot,
        size,
        sensitivity,
        ...(value && { value: value.type === 'json' ? ({ type: 'json', text: value.text } as typeof value) : value }),
      })),
    })),
  };
}

/** What an unpacked document lacks: JSON values that can be looked into. */
export function reviveTrace(trace: Trace): Trace {
  return {
    ...trace,
    steps: trace.steps.map((step) => ({ ...step, outputs: step.outputs.map(reviveOutput) })),
  };
}

function reviveOutput(output: TraceOutput): TraceOutput {
  return output.value?.type === 'json' ? { ...output, value: reviveJson(output.value.text) } : output;
}

function reviveJson(text: string): Value {
  return { type: 'json', text, root: () => parseJson(text).root };
}

/** The last value of every slot, as a run that has just ended has them; secret ones are not among them. */
export function slotsOf({ steps }: Trace): ReadonlyMap<string, Value> {
  return new Map(
    steps.flatMap(({ outputs }) =>
      outputs.flatMap(({ slot, value }): readonly [string, Value][] => (value === undefined ? [] : [[slot, value]])),
    ),
  );
}

/** A trace with every text of it changed. */
export function mapTrace(trace: Trace, change: (text: string) => string): Trace {
  return reviveTrace(mapTexts(plainTrace(trace), change));
}

/** A call with every text of it changed: in its traces, its addresses, its bytes. */
export function mapDocument(document: HistoryDocument, change: (text: string) => string): HistoryDocument {
  const { request, response, ...rest } = document;
  return {
    ...mapTexts(rest, change),
    request: mapTrace(request, change),
    ...(response && { response: mapTrace(response, change) }),
  };
}
