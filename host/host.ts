import type { Call, Drawn } from '../shared/model/call.ts';
import type { CallRecord, Preview } from '../shared/model/call-record.ts';
import type { Faults, SimulatorStatus } from '../shared/model/simulator.ts';
import type { Workspace } from '../shared/model/workspace.ts';
import type { Profile } from '../shared/profile/profile.ts';

/** What a shell can ask of the host. One object serves the browser shell, Electron and the CLI alike. */
export interface Host {
  capabilities(): Capabilities;
  platforms(): readonly Profile[];
  workspace(): Workspace;

  /** Signs and encrypts with provisional serial and nonce; consumes nothing, sends nothing. */
  preview(call: Call, drawn: Drawn): Preview;
  /** Draws serial and nonce, sends, verifies, decrypts. An unreachable or wrong answer is part of the record. */
  send(call: Call, drawn: Drawn, signal: AbortSignal | undefined): Promise<CallRecord>;
  /** One value of a remembered trace, whole. Throws `trace.forgotten`. */
  traceValue(place: ValuePlace): string;

  /** Fills a key slot of an environment until the host stops; an empty text empties it. Refuses what is no SM2 key. */
  setSessionKey(environment: string, slot: string, text: string): Promise<void>;

  draft(id: string): string | undefined;
  saveDraft(id: string, content: string): void;
  removeDraft(id: string): void;

  simulators(): readonly SimulatorStatus[];
  setFaults(platform: string, faults: Faults): void;

  close(): Promise<void>;
}

export interface Capabilities {
  readonly version: string;
  /** Cryptographic engine and the algorithms that OpenSSL carries out for it. */
  readonly engine: { readonly name: string; readonly native: readonly string[] };
}

export interface ValuePlace {
  readonly traceId: string;
  /** Index of the step in its trace. */
  readonly step: number;
  readonly slot: string;
  /** Index of the part in its output. */
  readonly part: number;
  readonly form: 'text' | 'hex' | 'base64';
}
