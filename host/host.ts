import type { Call, Drawn } from '../shared/model/call.ts';
import type { CallRecord, Preview } from '../shared/model/call-record.ts';
import type { Faults, SimulatorStatus } from '../shared/model/simulator.ts';
import type { SessionState } from '../shared/model/session.ts';
import type { Workspace } from '../shared/model/workspace.ts';
import type { Profile } from '../shared/profile/profile.ts';
import type { SaveEnvironment } from '../shared/model/environment.ts';
import type { HistoryService } from './history/history-service.ts';
import type { KeyService } from './keys/key-service.ts';
import type { PlatformService } from './platforms/platform-service.ts';
import type { DraftSummary } from './store/draft-store.ts';
import type { VaultService } from './vault/vault-service.ts';
import type { RequestFiles } from './workspace/workspace-service.ts';

/** What a shell can ask of the host. One object serves the browser shell, Electron and the CLI alike. */
export interface Host {
  capabilities(): Capabilities;
  platforms(): readonly Profile[];
  /** Signs and encrypts with provisional serial and nonce; consumes nothing, sends nothing. */
  preview(composed: ComposedCall): Preview;
  /** Draws serial and nonce, sends, verifies, decrypts. An unreachable or wrong answer is part of the record. */
  send(composed: ComposedCall, signal: AbortSignal | undefined): Promise<CallRecord>;
  /** See `CallService`. A deliberate reveal: the one answer that holds a session's secrets. */
  pageAddress(composed: ComposedCall, signal: AbortSignal | undefined): Promise<PageAddress>;
  /** Variables that earlier calls in an environment took out of their answers. */
  handedOn(environment: string): Readonly<Record<string, string>>;
  readonly sessions: SessionService;
  /** One value of a remembered trace, whole. Throws `trace.forgotten`. */
  traceValue(place: ValuePlace): Promise<string>;

  readonly workspace: WorkspaceService;
  readonly history: HistoryService;
  readonly vault: VaultService;
  readonly keys: KeyService;
  readonly environments: EnvironmentService;

  drafts(): readonly DraftSummary[];
  draft(id: string): string | undefined;
  saveDraft(id: string, content: string): void;
  removeDraft(id: string): void;

  readonly ownPlatforms: PlatformService;

  simulators(): readonly SimulatorStatus[];
  setFaults(platform: string, faults: Faults): void;

  close(): Promise<void>;
}

/** Where a page is found by whoever opens it. */
export interface PageAddress {
  readonly url: string;
  /** Whether a secret of the call stands in it. */
  readonly holdsSecret: boolean;
}

/** A call with the values fixed for it and where it comes from. */
export interface ComposedCall {
  readonly call: Call;
  readonly drawn: Drawn;
  /** `RequestFolder.path` that it belongs to, for its variables. */
  readonly folder: string;
  /** The saved request or draft that it is made from. */
  readonly requestId?: string | undefined;
}

/** The workspace's requests, as files; see `RequestFiles`. */
export interface WorkspaceService extends RequestFiles {
  read(): Workspace;
  /** See `WorkspaceStore`. */
  changed(known: number, signal: AbortSignal | undefined): Promise<number>;
}

/** The user's own environments; the sample environment is not among them. Errors as `EnvironmentStore`. */
export interface EnvironmentService {
  save(environment: SaveEnvironment): { readonly id: string };
  /** Its file and what its slots were filled with go; the keys stay in the ring. Throws `vault.locked` if keys fill it. */
  remove(id: string): void;
}

/** Sessions of an environment; what they are made of stays in the host. */
export interface SessionService {
  list(environment: string): readonly SessionState[];
  /** The next call opens one anew; the platform is not told. */
  forget(environment: string): void;
}

export interface Capabilities {
  readonly version: string;
  /** Where a person's own files go, absolute: what is exported is offered there. */
  readonly exportFolder: string;
  /** The folders that are in use, absolute, so that a person finds them. */
  readonly folders: { readonly workspace: string; readonly state: string };
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
