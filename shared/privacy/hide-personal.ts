import type { Finding } from '../finding.ts';
import { writeJson } from '../json/write-json.ts';
import { parseJson } from '../json/json-text.ts';
import type { Trace, TraceOutput, TraceStep } from '../pipeline/trace.ts';
import type { Value } from '../pipeline/value.ts';
import type { Profile } from '../profile/profile.ts';
import { partsOf } from '../pipeline/trace-view.ts';
import { maskText } from './mask-text.ts';
import { isRuled } from './typed-texts.ts';

/** `masked`: values become asterisks of the same length. `left out`: only sizes remain. */
export type Hiding = 'masked' | 'left out';

/**
 * A trace without personal data: values that are `personal` are hidden, public ones (header, ciphertext, signature) stay.
 * What findings quote of a body goes too.
 */
export function hidePersonal(
  trace: Trace,
  { hiding, profile }: { readonly hiding: Hiding; readonly profile: Profile | undefined },
): Trace {
  const known = publicTexts(trace, profile);
  const hide = (output: TraceOutput): TraceOutput => {
    const { slot, size, sensitivity, value } = output;
    if (value === undefined || sensitivity === 'public') return output;
    return { slot, size, sensitivity, ...(hiding === 'masked' && { value: maskValue(value, known) }) };
  };
  return {
    ...trace,
    steps: trace.steps.map((step): TraceStep => ({
      ...step,
      outputs: step.outputs.map(hide),
      findings: step.findings.map(withoutQuote),
    })),
    findings: trace.findings.map(withoutQuote),
  };
}

/**
 * Texts that are public by their rule: header fields that the platform's profile fills, signature, ciphertext. They may be
 * told apart in a masked message. A field that somebody filled by hand may say anything and is none of them.
 */
export function publicTexts(trace: Trace, profile: Profile | undefined): ReadonlySet<string> {
  const texts = new Set<string>();
  for (const { outputs } of trace.steps) {
    for (const { value, sensitivity } of outputs) {
      if (value === undefined || sensitivity !== 'public') continue;
      for (const { name, content } of partsOf(value)) {
        if (typeof content !== 'string') continue;
        if (value.type !== 'fields' || isRuled(profile, { name, value: content })) texts.add(content);
      }
    }
  }
  return texts;
}

function maskValue(value: Value, known: ReadonlySet<string>): Value {
  switch (value.type) {
    case 'text':
      return { type: 'text', text: maskText(value.text, known) };
    case 'json': {
      const text = maskText(value.text, known);
      return { type: 'json', text, root: () => parseJson(text).root };
    }
    case 'bytes':
      return { type: 'bytes', bytes: new Uint8Array(value.bytes.length) };
    case 'parts':
      return {
        type: 'parts',
        parts: value.parts.map(({ name, content }) => ({
          name,
          content: typeof content === 'string' ? maskText(content, known) : new Uint8Array(content.length),
        })),
      };
    case 'fields':
      return {
        type: 'fields',
        fields: value.fields.map(({ name, value: node }) => ({
          name,
          value: { type: 'string', value: maskText(writeJson(node, 'compact'), known) },
        })),
      };
  }
}

/** A finding about a place in the body may quote what stands there; its code says what is wrong without it. */
export function withoutQuote(finding: Finding): Finding {
  const isAboutBody = finding.position !== undefined || finding.field === 'body' || finding.field?.startsWith('/');
  if (!isAboutBody) return finding;
  return {
    ...finding,
    message: {
      zh: `报文体中此处有问题（${finding.code}）；原文可能引用个人信息，没有保留。`,
      en: `Something is wrong at this place of the body (${finding.code}); its words may quote personal data and were not kept.`,
    },
  };
}
