import { bytesFromUtf8 } from '../crypto/encodings/utf8.ts';
import { hexFromBytes } from '../crypto/encodings/hex.ts';
import type { Bilingual } from '../bilingual.ts';
import type { Finding } from '../finding.ts';
import type { MessageKind } from '../profile/profile.ts';
import type { ConventionValues } from '../profile/conventions.ts';
import { writeJson } from '../json/write-json.ts';
import { bytesOfUtf8 } from './sizes.ts';
import type { Sensitivity, Trace, TraceInputs, Verdict } from './trace.ts';
import type { Part, Value } from './value.ts';

/** A trace as it crosses a process border: texts instead of bytes, long values cut. Plain JSON. */
export interface TraceView {
  readonly platform: string;
  readonly message: MessageKind;
  readonly direction: 'outward' | 'inward';
  readonly conventions: ConventionValues;
  readonly inputs: TraceInputs;
  readonly steps: readonly StepView[];
  readonly findings: readonly Finding[];
}

export interface StepView {
  readonly kind: string;
  readonly title: Bilingual;
  readonly clause?: string;
  readonly options: Readonly<Record<string, unknown>>;
  readonly inputs: readonly string[];
  readonly outputs: readonly OutputView[];
  readonly milliseconds: number;
  readonly verdict: Verdict;
  readonly findings: readonly Finding[];
}

export interface OutputView {
  readonly slot: string;
  readonly size: number;
  readonly sensitivity: Sensitivity;
  /** Empty when `sensitivity` is `secret`. */
  readonly parts: readonly PartView[];
}

export interface PartView {
  /** Member of the body or header that the piece belongs to; empty for the whole. */
  readonly name: string;
  readonly form: 'text' | 'hex';
  /** The beginning of the value: the text itself, or lower-case hex of the bytes. */
  readonly excerpt: string;
  /** Bytes of the whole value. */
  readonly size: number;
  /** True when `excerpt` is not the whole. */
  readonly cut: boolean;
}

/** Cuts every value to its first `limit` characters of text or bytes; Infinity keeps all. */
export function viewTrace(trace: Trace, { limit }: { readonly limit: number }): TraceView {
  const { platform, message, direction, conventions, inputs, findings } = trace;
  return {
    platform,
    message,
    direction,
    conventions,
    inputs,
    findings,
    steps: trace.steps.map((step) => ({
      ...step,
      outputs: step.outputs.map(({ slot, size, sensitivity, value }) => ({
        slot,
        size,
        sensitivity,
        parts: value ? partsOf(value).map((part) => viewPart(part, limit)) : [],
      })),
    })),
  };
}

/** The pieces of a value as texts or bytes: a header's fields one by one, everything else as it is. */
export function partsOf(value: Value): readonly Part[] {
  switch (value.type) {
    case 'text':
    case 'json':
      return [{ name: '', content: value.text }];
    case 'bytes':
      return [{ name: '', content: value.bytes }];
    case 'parts':
      return value.parts;
    case 'fields':
      return value.fields.map((field) => ({
        name: field.name,
        content: field.value.type === 'string' ? field.value.value : writeJson(field.value, 'compact'),
      }));
  }
}

/** A whole part in one of the three forms a user may ask for. Throws where bytes are no UTF-8 and text is asked for. */
export function contentBytes(content: Part['content']): Uint8Array {
  return typeof content === 'string' ? bytesFromUtf8(content) : content;
}

function viewPart({ name, content }: Part, limit: number): PartView {
  if (typeof content === 'string') {
    const cut = content.length > limit;
    // Never between the halves of a surrogate pair.
    const end = cut && isHighSurrogate(content.charCodeAt(limit - 1)) ? limit - 1 : limit;
    return { name, form: 'text', excerpt: cut ? content.slice(0, end) : content, size: bytesOfUtf8(content), cut };
  }
  const cut = content.length > limit;
  return {
    name,
    form: 'hex',
    excerpt: hexFromBytes(cut ? content.subarray(0, limit) : content),
    size: content.length,
    cut,
  };
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00;
}
