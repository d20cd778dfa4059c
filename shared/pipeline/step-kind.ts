import type { z } from 'zod';
import type { CryptoEngine, RandomBytes } from '../crypto/engine.ts';
import type { Finding } from '../finding.ts';
import type { HufuErrorDetail } from '../hufu-error.ts';
import type { ConventionValues } from '../profile/conventions.ts';
import type { MessageKind, Profile } from '../profile/profile.ts';
import type { Sensitivity, Verdict } from './trace.ts';
import type { Value } from './value.ts';

/**
 * One kind of step: its options and a pure function. `run` may throw HufuError; the runner makes it the step's failed
 * verdict. Names of slots among the options are what makes a list of steps checkable without running it.
 */
export interface StepKind<Options> {
  readonly kind: string;
  readonly options: z.ZodType<Options>;
  /** Slots without which the step is skipped. */
  readonly reads: (options: Options) => readonly string[];
  /** Slots read when they are there. */
  readonly mayRead?: (options: Options) => readonly string[];
  readonly writes: (options: Options) => readonly string[];
  /** What comes out tells nothing of what went in: a digest, a signature, a ciphertext. Only then may a secret come out as none. */
  readonly seals?: boolean;
  readonly run: (options: Options, context: StepContext) => StepOutcome;
}

export interface StepOutcome {
  readonly outputs: Readonly<Record<string, Output>>;
  readonly findings?: readonly Finding[];
  /** `done` unless given. */
  readonly verdict?: Extract<Verdict, 'passed' | 'failed'>;
}

/** A value alone is as sensitive as the most sensitive value the step read. */
export type Output = Value | { readonly value: Value; readonly sensitivity: Sensitivity };

export interface StepContext extends PipelineInputs {
  readonly profile: Profile;
  readonly message: MessageKind;
  /** With the interface under the name `interface`: what conditions are asked of. */
  readonly conventions: ConventionValues;
  readonly clause: string | undefined;
  /** The value of a slot that `reads` names. */
  readonly read: <Type extends Value['type']>(
    slot: string,
    ...types: readonly Type[]
  ) => Extract<Value, { type: Type }>;
  /** The value of a slot that `mayRead` names. */
  readonly find: <Type extends Value['type']>(
    slot: string,
    ...types: readonly Type[]
  ) => Extract<Value, { type: Type }> | undefined;
  /** Text in a key slot that the step's own options name. Throws `key.missing`, or the slot's own problem. */
  readonly key: (slot: string) => string;
}

/** Everything from outside that a run depends on. */
export interface PipelineInputs {
  readonly engine: CryptoEngine;
  readonly keys: Readonly<Record<string, string>>;
  /** Why a slot that is filled gives no key: its vault is locked, for instance. */
  readonly keyProblems?: Readonly<Record<string, HufuErrorDetail>>;
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly clock: number;
  readonly nonce?: string;
  readonly serial?: string;
  readonly randomBytes: RandomBytes;
  /** Milliseconds from any starting point, for durations. */
  readonly now: () => number;
  /** Values of header fields: from the environment, the interface, locked by hand. */
  readonly fields: FieldSources;
}

export interface FieldSources {
  readonly environment: Readonly<Record<string, string>>;
  readonly interface: Readonly<Record<string, string>>;
  readonly locked: Readonly<Record<string, string>>;
  /** Values of the session: an access token. No trace holds them. */
  readonly session?: Readonly<Record<string, string>>;
  /** Further members, behind those of the profile, before nonce and signature. A null value is sent as null. */
  readonly extra: readonly { readonly name: string; readonly value: string | null }[];
}

/** Fixes the option type of a kind while keeping a list of all kinds possible. */
export function stepKind<Options>(definition: StepKind<Options>): StepKind<unknown> {
  // The runner hands `run` only what `options` of the same kind has parsed.
  return definition as StepKind<unknown>;
}
