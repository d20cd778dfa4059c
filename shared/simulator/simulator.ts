import type { CryptoEngine, RandomBytes } from '../crypto/engine.ts';
import type { Bilingual } from '../bilingual.ts';
import type { Faults } from '../model/simulator.ts';
import type { Trace } from '../pipeline/trace.ts';
import type { Field } from '../pipeline/value.ts';
import type { Profile } from '../profile/profile.ts';
import type { ConventionValues } from '../profile/conventions.ts';

/** A platform's counterpart: takes messages and answers them, remembering what its standard has it remember. */
export interface Simulator {
  receive(message: ReceivedMessage, moment: Moment): SimulatedAnswer;
}

export interface SimulatorOptions {
  /** A user's own that is based on the platform's, in its place. */
  readonly profile?: Profile;
  readonly conventions: ConventionValues;
  /** Key slots as texts; a provider holds the caller's public key and its own pair. */
  readonly keys: Readonly<Record<string, string>>;
  readonly engine: CryptoEngine;
  /** Service codes that exist; absent: every well-formed one. */
  readonly services?: readonly string[];
  /** System codes that may call; absent: every well-formed one. */
  readonly callers?: readonly string[];
}

export interface ReceivedMessage {
  readonly method: string;
  /** Path and query as they stand in the request line: `/license/abc/create?access_token=…`. */
  readonly target: string;
  readonly bytes: Uint8Array;
  readonly httpHeaders: readonly Field[];
  readonly faults: Faults;
}

/** What the simulator takes from outside for one answer. */
export interface Moment {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly clock: number;
  readonly nonce: string;
  readonly serial: string;
  readonly randomBytes: RandomBytes;
  /** Milliseconds from any starting point, for durations. */
  readonly now: () => number;
}

export interface SimulatedAnswer {
  readonly text: string;
  /** Of an answer that is no text: a file. */
  readonly bytes?: Uint8Array;
  readonly httpHeaders: readonly { readonly name: string; readonly value: string }[];
  /** Value of the profile's status field. */
  readonly status: string;
  /** Why this status: the same sentence that goes into the answer's message. */
  readonly reason: Bilingual;
  readonly request: Trace;
  readonly response: Trace;
}
