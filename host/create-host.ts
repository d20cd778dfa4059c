import { join } from 'node:path';
import type { Environment, KeyStatus } from '../shared/model/environment.ts';
import type { RequestSummary, Workspace } from '../shared/model/workspace.ts';
import { resolveConventions } from '../shared/profile/conventions.ts';
import type { Profile } from '../shared/profile/profile.ts';
import { HufuError } from '../shared/hufu-error.ts';
import { nearestFirst } from '../shared/variables/fill-call.ts';
import { fillText } from '../shared/variables/fill-text.ts';
import type { CallEnvironment } from './calls/call-context.ts';
import { createHandedOn } from './calls/handed-on.ts';
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
import { createPlatformService } from './platforms/create-platform-service.ts';
import { createPlatformFiles } from './platforms/platform-files.ts';
import { startEmbeddedSimulators } from './simulator/embedded-simulators.ts';
import { createSessionStore } from './sessions/create-session-store.ts';
import { createDraftStore } from './store/draft-store.ts';
import { createSerialLedger } from './store/serial-ledger.ts';
import { createSettingsStore } from './store/settings-store.ts';
import { openStateDatabase } from './store/state-database.ts';
import type { RememberStore } from './vault/remember-store.ts';
import { createSampleWorkspace } from './workspace/create-sample-workspace.ts';
import { openWorkspaceStore } from './workspace/open-workspace-store.ts';
import { findSampleEnvironment, sampleEnvironments } from './workspace/sample-environments.ts';
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
  if (place.isOwn) createSampleWorkspace(place.folder);
  const platforms = createPlatformFiles({
    folder: join(place.folder, 'providers'),
    engine,
    lock: database.transaction,
  });
  const { providers } = platforms;
  const simulators = await startEmbeddedSimulators({ providers, engine, port: simulatorPort });
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
    providers,
    sample: (platform) => simulators.known(platform) ?? { url: 'http://127.0.0.1/', keys: {} },
  });
  const threads = openHistory(stateDirectory);
  const handedOn = createHandedOn();
  const sessions = createSessionStore({ kept: keyStore.sessions });
  const calls = createCallService({
    engine,
    surroundings: {
      providers,
      keys: keyStore,
      environment: callEnvironment,
      handedOn: handedOn.values,
      folderVariables: store.folderVariables,
      workspaceVariables,
    },
    keyStore,
    ledger: createSerialLedger(database),
    sessions,
    handedOn,
    traces,
    record: (document, profile) => threads.put(historyRecordOf(document, { engine, profile })),
    version,
    titleOf: (id) => savedRequest(id)?.title,
  });
  const folderOf = (id: string | undefined) => savedRequest(id)?.path.split('/').slice(0, -1).join('/') ?? '';
  const history = createHistoryService({ threads, engine, providers, traces, settings, calls, folderOf });
  // Not waited for: the first picture does not need the vault.
  void keyStore.vault.openRemembered();

  /** `{{simulator}}` is the program's own variable: an embedded simulator takes another port at each start. */
  function workspaceVariables(platform: string): Readonly<Record<string, string>> {
    const simulator = simulators.known(platform);
    return { ...(simulator && { simulator: simulator.url }), ...store.read().variables };
  }

  function addressOf({ platform, url, variables }: StoredEnvironment): string {
    return fillText(url, { values: nearestFirst([variables, workspaceVariables(platform)]), syntax: 'plain' }).text;
  }

  function callEnvironment(id: string): CallEnvironment {
    const { variables, transport, keepsBodies } =
      findSampleEnvironment(id, providers) ?? keyStore.environmentFiles.find(id);
    return { place: keyStore.environment(id), variables, transport, keepsBodies };
  }

  /** Undefined for a request that is in no file, or in none any more. */
  function savedRequest(id: string | undefined): RequestSummary | undefined {
    return id === undefined ? undefined : store.summary(id);
  }

  function environments(own: readonly StoredEnvironment[]): readonly Environment[] {
    return [
      ...sampleEnvironments(providers).map((sample): Environment => ({
        ...sample,
        url: simulators.known(sample.platform)?.url ?? '',
        digest: '',
        isSample: true,
        keys: keyStore.statuses(keyStore.environment(sample.id)),
      })),
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
    return providers.known(platform) ? keyStore.statuses(keyStore.environment(id)) : [];
  }

  function readWorkspace(): Workspace {
    const { environments: own, problems } = keyStore.environmentFiles.list();
    const files = store.read();
    return { ...files, environments: environments(own), problems: [...files.problems, ...problems] };
  }

  /** Of an environment, for a profile that is being edited. Throws why a key cannot be had. */
  function keysOf(environment: string, profile: Profile): Readonly<Record<string, string>> {
    const edited = { ...keyStore.environment(environment), profile };
    const { keys, problems } = keyStore.keysFor(edited, resolveConventions(profile, {}));
    const [problem] = Object.values(problems);
    if (problem) throw new HufuError(problem);
    return keys;
  }

  /** A platform that came from outside gets its simulator before anybody is told of it. */
  async function changed(known: number, signal: AbortSignal | undefined): Promise<number> {
    const now = await store.changed(known, signal);
    await simulators.follow();
    return now;
  }

  return {
    capabilities: () => ({
      version,
      exportFolder: exportFolder(),
      folders: { workspace: place.folder, state: stateDirectory },
      engine: { name: engine.name, native: engine.native },
    }),
    platforms: () => providers.all().map(({ profile }) => profile),
    workspace: { ...store, read: readWorkspace, changed },
    history,
    preview: calls.preview,
    send: calls.send,
    pageAddress: calls.pageAddress,
    handedOn: handedOn.values,
    sessions: { list: sessions.list, forget: sessions.forgetEnvironment },
    async traceValue(value) {
      await history.recall(value.traceId);
      return traces.value(value);
    },
    vault: keyStore.vault,
    keys: keyStore.keys,
    environments: {
      save: (environment) => ({ id: keyStore.environmentFiles.save(environment).id }),
      remove(id) {
        keyStore.removeEnvironment(id);
        sessions.forgetEnvironment(id);
      },
    },
    drafts: drafts.list,
    draft: (id) => drafts.load(id),
    saveDraft: (id, content) => drafts.save(id, content),
    removeDraft: (id) => void drafts.remove(id),
    ownPlatforms: createPlatformService({
      store: platforms,
      engine,
      remember: (trace) => traces.remember(trace, 'preview'),
      keysOf,
      onChange: simulators.follow,
    }),
    simulators: simulators.list,
    setFaults: simulators.setFaults,
    async close() {
      keyStore.vault.close();
      await Promise.all([simulators.close(), store.close(), threads.close()]);
      database.close();
    },
  };
}
