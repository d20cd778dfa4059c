import type { Bilingual } from '../bilingual.ts';
import type { Finding } from '../finding.ts';
import type { MessageKind } from '../profile/profile.ts';
import type { ConventionValues } from '../profile/conventions.ts';
import type { Sensitivity, TraceInputs, Verdict } from './trace.ts';

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
