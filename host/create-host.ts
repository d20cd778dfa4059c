import { join } from 'node:path';
import type { Environment, KeyStatus } from '../shared/model/environment.ts';
import type { RequestSummary, Workspace } from '../shared/model/workspace.ts';
import { resolveConventions } from '../shared/profile/conventions.ts';
import { findProvider, providers } from '../shared/providers/providers.ts';
import { nearestFirst } from '../shared/variables/fill-call.ts';
import { fillText } from '../shared/variables/fill-text.ts';
import type { CallEnvironment } from './calls/call-context.ts';
import { createCallService } from './calls/create-call-service.ts';
import { createTraceMemory } from './calls/trace-memory.ts';
import { createNodeEngine } from './crypto/node-engine.ts';
import type { StoredEnvironment } from './environments/environment-store.ts';
import { createHistoryService } from './history/create-history-service.ts';
import { historyRecordOf } from './history/history-record.ts';
import type { HistoryThreads } from './history/history-store.ts';
import type { Host } from './host.ts';
import { createKeyStore } from './keys/create-key-store.ts';
import { exportFolder } from './keys/export-folder.ts';
import { startSimulatorServer, type SimulatorServer } from './simulator/simulator-server.ts';
import { createSessionStore } from './sessions/create-session-store.ts';
import { createDraftStore } from './store/draft-store.ts';
import { createSerialLedger } from './store/serial-ledger.ts';
import { createSettingsStore } from './store/settings-store.ts';
import { openStateDatabase } from './store/state-database.ts';
import type { RememberStore } from './vault/remember-store.ts';
import { createSampleWorkspace } from './workspace/create-sample-workspace.ts';
import { openWorkspaceStore } from './workspace/open-workspace-store.ts';
import { withPublicKeys } from './workspace/sample-keys.ts';
import { sampleEnvironment } from './workspace/sample-environment.ts';
import { workspacePlace } from './workspace/workspace-folder.ts';

export interface HostOptions {
  readonly version: string;
  /** Folder of the local state: serials, drafts, history, vault. */
  readonly stateDirectory: string;
  /** Folder of a workspace; that of the local state, made with samples, when absent. */
  readonly workspaceDirectory?: string | undefined;
  /** Port of the embedded simulator; 0 takes a free one. */
  readonly simulatorPort: number;
  /** The system's own store of secrets, where the shell has one. */
  readonly remember: RememberStore;
  /** How the history is reached: on threads of its own, whose bundle only the shell can find. */
  readonly openHistory: (directory: string) => HistoryThreads;
}

/**
 * Opens the local state and the workspace, starts the embedded simulator, and answers the procedures of `api.ts`.
 * Errors: `workspace.none`, `store.*`, `server.*`.
 */
export async function createHost({
  version,
  stateDirectory,
  workspaceDirectory,
  simulatorPort,
  remember,
  openHistory,
}: HostOptions): Promise<Host> {
  const place = workspacePlace({ stateDirectory, named: workspaceDirectory });
  const engine = createNodeEngine();
  const database = openStateDatabase(stateDirectory);
  const settings = createSettingsStore(database);
  const drafts = createDraftStore(database);
  const traces = createTraceMemory();
  const sampleKeys = withPublicKeys(engine);
  if (place.isOwn) createSampleWorkspace(place.folder);
  const simulator = await startSampleSimulator();
  // Watches from here on: what may be refused comes before.
  const store = openWorkspaceStore({
    folder: place.folder,
    trash: join(stateDirectory, 'trash'),
    lock: database.transaction,
    watch: true,
  });
  const keyStore = createKeyStore({
    stateDirectory,
    environmentsFolder: join(place.folder, 'environments'),
    addressOf,
    database,
    engine,
    remember,
    sample: { url: () => simulator.url, keys: sampleKeys },
  });
  const threads = openHistory(stateDirectory);
  const calls = createCallService({
    engine,
    surroundings: {
      keys: keyStore,
      environment: callEnvironment,
      folderVariables: store.folderVariables,
      workspaceVariables,
    },
    keyStore,
    ledger: createSerialLedger(database),
    sessions: createSessionStore(),
    traces,
    record: (document) => threads.put(historyRecordOf(document, { engine })),
    version,
    titleOf: (id) => savedRequest(id)?.title,
  });
  const folderOf = (id: string | undefined) => savedRequest(id)?.path.split('/').slice(0, -1).join('/') ?? '';
  const history = createHistoryService({ threads, engine, traces, settings, calls, folderOf });
  // Not waited for: the first picture does not need the vault.
  void keyStore.vault.openRemembered();

  async function startSampleSimulator(): Promise<SimulatorServer> {
    const { profile, createSimulator } = findProvider(sampleEnvironment.platform);
    const conventions = resolveConventions(profile, sampleEnvironment.conventions);
    return startSimulatorServer({
      simulator: createSimulator({ conventions, keys: sampleKeys, engine }),
      port: simulatorPort,
    });
  }

  /** `{{simulator}}` is the program's own variable: the embedded simulator takes another port at each start. */
  function workspaceVariables(): Readonly<Record<string, string>> {
    return { simulator: simulator.url, ...store.read().variables };
  }

  function addressOf({ url, variables }: StoredEnvironment): string {
    return fillText(url, { values: nearestFirst([variables, workspaceVariables()]), syntax: 'plain' }).text;
  }

  function callEnvironment(id: string): CallEnvironment {
    const { variables, transport, keepsBodies } =
      id === sampleEnvironment.id ? sampleEnvironment : keyStore.environmentFiles.find(id);
    return { place: keyStore.environment(id), variables, transport, keepsBodies };
  }

  /** Undefined for a request that is in no file, or in none any more. */
  function savedRequest(id: string | undefined): RequestSummary | undefined {
    return id === undefined ? undefined : store.summary(id);
  }

  function environments(own: readonly StoredEnvironment[]): readonly Environment[] {
    return [
      {
        ...sampleEnvironment,
        url: simulator.url,
        digest: '',
        isSample: true,
        keys: keyStore.statuses(keyStore.environment(sampleEnvironment.id)),
      },
      ...own.map((environment): Environment => ({
        ...environment,
        title: { zh: environment.title, en: environment.title },
        isSample: false,
        keys: statusesOf(environment),
      })),
    ];
  }

  /** None for a platform that is not there. */
  function statusesOf({ id, platform }: StoredEnvironment): readonly KeyStatus[] {
    const known = providers.some(({ profile }) => profile.id === platform);
    return known ? keyStore.statuses(keyStore.environment(id)) : [];
  }

  function readWorkspace(): Workspace {
    const { environments: own, problems } = keyStore.environmentFiles.list();
    const files = store.read();
    return { ...files, environments: environments(own), problems: [...files.problems, ...problems] };
  }

  return {
    capabilities: () => ({
      version,
      exportFolder: exportFolder(),
      engine: { name: engine.name, native: engine.native },
    }),
    platforms: () => providers.map(({ profile }) => profile),
    workspace: { ...store, read: readWorkspace },
    history,
    preview: calls.preview,
    send: calls.send,
    async traceValue(value) {
      await history.recall(value.traceId);
      return traces.value(value);
    },
    vault: keyStore.vault,
    keys: keyStore.keys,
    environments: {
      save: (environment) => ({ id: keyStore.environmentFiles.save(environment).id }),
      remove: keyStore.removeEnvironment,
    },
    drafts: drafts.list,
    draft: (id) => drafts.load(id),
    saveDraft: (id, content) => drafts.save(id, content),
    removeDraft: (id) => void drafts.remove(id),
    simulators: () => {
      const { profile } = findProvider(sampleEnvironment.platform);
      const conventions = resolveConventions(profile, sampleEnvironment.conventions);
      return [{ platform: profile.id, url: simulator.url, conventions, faults: simulator.faults }];
    },
    setFaults(platform, faults) {
      findProvider(platform);
      simulator.faults = faults;
    },
    async close() {
      keyStore.vault.close();
      await Promise.all([simulator.close(), store.close(), threads.close()]);
      database.close();
    },
  };
}
