import type { RunResult } from '../shared/pipeline/run-steps.ts';
import { viewTrace } from '../shared/pipeline/trace-view.ts';
import type { Value } from '../shared/pipeline/value.ts';
import { findingDocument } from './output.ts';

/** What `preview` and `send` print of a request: the values people ask for by name, then the whole trace. */
export function requestDocument({ trace, slots }: RunResult): object {
  const plaintexts = partTexts(slots.get('plaintext'));
  const ciphertexts = partTexts(slots.get('ciphertext'));
  const httpHeaders = slots.get('httpHeaders');
  return {
    platform: trace.platform,
    stringToSign: textOf(slots.get('stringToSign')),
    signature: textOf(slots.get('signature')),
    plaintext: plaintexts.length > 1 ? plaintexts : (plaintexts[0] ?? textOf(slots.get('bodySent'))),
    plaintexts,
    ciphertext: ciphertexts.length > 1 ? ciphertexts : (ciphertexts[0] ?? null),
    ciphertexts,
    wire: textOf(slots.get('message')),
    httpHeaders:
      httpHeaders?.type === 'fields'
        ? Object.fromEntries(
            httpHeaders.fields.map(({ name, value }) => [name, value.type === 'string' ? value.value : '']),
          )
        : {},
    findings: trace.findings.map(findingDocument),
    trace: viewTrace(trace, { limit: Number.POSITIVE_INFINITY }),
  };
}

export function textOf(value: Value | undefined): string | null {
  return value?.type === 'text' || value?.type === 'json' ? value.text : null;
}

function partTexts(value: Value | undefined): readonly string[] {
  return value?.type === 'parts' ? value.parts.map(({ content }) => (typeof content === 'string' ? content : '')) : [];
}
