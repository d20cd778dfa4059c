import type { CallRecord } from '../../shared/model/call-record.ts';
import { parseJson } from '../../shared/json/json-text.ts';
import { changeValue } from '../../shared/pipeline/hide-secrets.ts';
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

/** A trace with every text changed that came from a message; what the profile says of it stays. */
export function mapTrace(trace: Trace, change: (text: string) => string): Trace {
  const { steps, findings, inputs } = trace;
  return {
    ...trace,
    inputs: mapTexts(inputs, change),
    findings: mapTexts(findings, change),
    steps: steps.map((step) => ({
      ...step,
      findings: mapTexts(step.findings, change),
      outputs: step.outputs.map(({ slot, size, sensitivity, value }) => ({
        slot,
        size,
        sensitivity,
        ...(value && { value: changeValue(value, change) }),
      })),
    })),
  };
}

/** A call with every text changed that came from a message or from whoever composed it; what names the call itself stays. */
export function mapDocument(document: HistoryDocument, change: (text: string) => string): HistoryDocument {
  const { record, request, response, wire } = document;
  const { call, url, http, status, error } = record;
  const { platform, interface: called, environment, conventions, ...composed } = call;
  return {
    ...document,
    record: {
      ...record,
      call: { ...mapTexts(composed, change), platform, interface: called, environment, conventions },
      url: change(url),
      ...(http && { http: mapTexts(http, change) }),
      ...(status && { status: mapTexts(status, change) }),
      ...(error && { error: mapTexts(error, change) }),
    },
    request: mapTrace(request, change),
    ...(response && { response: mapTrace(response, change) }),
    wire: mapTexts(wire, change),
  };
}
