import type { Bilingual } from '../bilingual.ts';
import type { Finding } from '../finding.ts';
import type { MessageKind } from '../profile/profile.ts';
import type { ConventionValues } from '../profile/conventions.ts';
import type { Value } from './value.ts';

/**
 * `public`: may be shown and logged. `personal`: holds personal data, masked in exports. `secret`: made with a secret
 * that could be read from it; a trace records its size and nothing else.
 */
export type Sensitivity = 'public' | 'personal' | 'secret';

/** `done`: worked. `passed`, `failed`: a check's answer, or a step that could not be carried out. `skipped`: an input was missing. */
export type Verdict = 'done' | 'passed' | 'failed' | 'skipped';

/** The record of one message going outward or inward. It holds no key material. */
export interface Trace {
  readonly format: 1;
  readonly platform: string;
  readonly message: MessageKind;
  readonly direction: 'outward' | 'inward';
  readonly conventions: ConventionValues;
  readonly inputs: TraceInputs;
  readonly steps: readonly TraceStep[];
  /** Findings of all steps and those about the whole. */
  readonly findings: readonly Finding[];
}

/** With these a trace replays byte for byte (SM2 apart: its random numbers are not recorded). */
export interface TraceInputs {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly clock: number;
  readonly nonce?: string;
  readonly serial?: string;
}

export interface TraceStep {
  readonly kind: string;
  readonly title: Bilingual;
  readonly clause?: string;
  /** Options as resolved from the conventions. */
  readonly options: Readonly<Record<string, unknown>>;
  readonly inputs: readonly string[];
  readonly outputs: readonly TraceOutput[];
  readonly milliseconds: number;
  readonly verdict: Verdict;
  readonly findings: readonly Finding[];
}

export interface TraceOutput {
  /** Name of the place that later steps read it from. */
  readonly slot: string;
  /** Size in bytes: of UTF-8 for texts. */
  readonly size: number;
  readonly sensitivity: Sensitivity;
  /** Absent when `sensitivity` is `secret`. */
  readonly value?: Value;
}
