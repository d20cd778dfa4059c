import { randomUUID } from 'node:crypto';
import { HufuError } from '../shared/hufu-error.ts';
import type { Call, Drawn } from '../shared/model/call.ts';
import type { CallRecord, FilledField, Preview } from '../shared/model/call-record.ts';
import type { Environment, KeyStatus } from '../shared/model/environment.ts';
import type { RunResult } from '../shared/pipeline/run-steps.ts';
import { resolveConventions } from '../shared/profile/conventions.ts';
import type { KeySlot } from '../shared/profile/profile.ts';
import { findProvider, providers } from '../shared/providers/providers.ts';
import { drawNonce } from './calls/node-inputs.ts';
import {
  brokenStep,
  fieldsOf,
  runRequest,
  serialSeries,
  type DrawnValues,
  type PreparedCall,
} from './calls/prepared-call.ts';
import { notReady, sendRequest } from './calls/send-request.ts';
import { exportFolder } from './keys/export-folder.ts';
import { createKeyStore } from './keys/create-key-store.ts';
import { keyEnvironmentOf, type KeyEnvironment } from './keys/key-environment.ts';
import type { ResolvedKeys } from './keys/resolve-keys.ts';
import type { StoredEnvironment } from './environments/environment-store.ts';
import type { RememberStore } from './vault/remember-store.ts';
import { createTraceMemory } from './calls/trace-memory.ts';
import { createNodeEngine } from './crypto/node-engine.ts';
import type { Host } from './host.ts';
import { startSimulatorServer, type SimulatorServer } from './simulator/simulator-server.ts';
import { createDraftStore } from './store/draft-store.ts';
import { createSerialLedger } from './store/serial-ledger.ts';
import { openStateDatabase } from './store/state-database.ts';
import { requireUrl } from './transport/prepare-request.ts';
import { sampleEnvironment, sampleFolders } from './workspace/sample-workspace.ts';
import { withPublicKeys } from './workspace/sample-keys.ts';

export interface HostOptions {
  readonly version: string;
  /** Folder of the local state: serials, drafts. */
  readonly stateDirectory: string;
  /** Port of the embedded simulator; 0 takes a free one. */
  readonly simulatorPort: number;
  /** The system's own store of secrets, where the shell has one. */
  readonly remember: RememberStore;
}

interface KeyedCall extends PreparedCall {
  readonly place: KeyEnvironment;
  readonly resolved: ResolvedKeys;
}

/** Opens the local state, starts the embedded simulator, and answers the procedures of `api.ts`. */
export async function createHost({ version, stateDirectory, simulatorPort, remember }: HostOptions): Promise<Host> {
  const engine = createNodeEngine();
  const database = openStateDatabase(stateDirectory);
  const ledger = createSerialLedger(database);
  const drafts = createDraftStore(database);
  const traces = createTraceMemory();
  const sampleKeys = withPublicKeys(engine);
  const simulator = await startSampleSimulator();
  const keyStore = createKeyStore({
    stateDirectory,
    database,
    engine,
    remember,
    sample: { url: () => simulator.url, keys: sampleKeys },
  });
  // Not waited for: the first picture does not need the vault.
  void keyStore.vault.openRemembered();
  /** One nonce for all previews, so that only what the user changes changes on screen. */
  const previewNonce = drawNonce();

  async function startSampleSimulator(): Promise<SimulatorServer> {
    const { profile, createSimulator } = findProvider(sampleEnvironment.platform);
    const conventions = resolveConventions(profile, sampleEnvironment.conventions);
    return startSimulatorServer({
      simulator: createSimulator({ conventions, keys: sampleKeys, engine }),
      port: simulatorPort,
    });
  }

  function environments(own: readonly StoredEnvironment[]): readonly Environment[] {
    return [
      {
        ...sampleEnvironment,
        url: simulator.url,
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
  function statusesOf(environment: StoredEnvironment): readonly KeyStatus[] {
    const known = providers.some(({ profile }) => profile.id === environment.platform);
    return known ? keyStore.statuses(keyEnvironmentOf(environment)) : [];
  }

  function prepare(call: Call): KeyedCall {
    const { profile } = findProvider(call.platform);
    const place = keyStore.environment(call.environment);
    if (place.profile.id !== profile.id) throw otherPlatform(call);
    const chosen = profile.interfaces.find(({ id }) => id === call.interface);
    const conventions = resolveConventions(profile, { ...place.conventions, ...call.conventions });
    const resolved = keyStore.keysFor(place, conventions);
    return {
      profile,
      conventions,
      keys: resolved.keys,
      keyProblems: resolved.problems,
      fields: {
        environment: place.values,
        interface: chosen?.header ?? {},
        locked: call.header,
        extra: call.extraHeader,
      },
      body: call.body,
      url: call.url === '' ? place.url : call.url,
      place,
      resolved,
    };
  }

  /** Sample keys are known to everyone: they go to this machine's simulator and nowhere else. By number and not by name: a name may lead anywhere. */
  function refuseSampleKeys({ profile, url, resolved }: KeyedCall): void {
    if (URL.canParse(url) && new URL(url).hostname === '127.0.0.1') return;
    const sample = resolved.used.find(({ source }) => source === 'sample');
    const slot = profile.keySlots.find(({ name }) => name === sample?.slot);
    if (slot) throw sampleOnly(slot, new URL(url).host);
  }

  function provisional(call: PreparedCall, drawn: Drawn): DrawnValues {
    const clock = drawn.clock ?? Date.now();
    const series = serialSeries(call, clock);
    return { clock, nonce: drawn.nonce ?? previewNonce, serial: drawn.serial ?? (series ? ledger.peek(series) : '0') };
  }

  function preview(call: Call, drawn: Drawn): Preview {
    const started = performance.now();
    const prepared = prepare(call);
    const run = runRequest(prepared, { engine, drawn: provisional(prepared, drawn) });
    const summary = traces.remember(run.trace, 'preview');
    return {
      ...summary,
      url: prepared.url,
      findings: run.trace.findings,
      header: filledFields(prepared, { run, call, drawn }),
      milliseconds: performance.now() - started,
    };
  }

  async function send(call: Call, drawn: Drawn, signal: AbortSignal | undefined): Promise<CallRecord> {
    const prepared = prepare(call);
    requireUrl(prepared.url);
    refuseSampleKeys(prepared);
    keyStore.requireBound(prepared.resolved, { environment: prepared.place, url: prepared.url });
    const trial = provisional(prepared, drawn);
    const rehearsed = runRequest(prepared, { engine, drawn: trial });
    // A call that cannot be made must not use up a serial.
    if (brokenStep(rehearsed)) throw notReady(rehearsed);
    const series = serialSeries(prepared, trial.clock);
    const serial = drawn.serial ?? (series ? ledger.next(series) : trial.serial);
    const sent = await sendRequest(prepared, {
      engine,
      drawn: { clock: trial.clock, nonce: drawn.nonce ?? drawNonce(), serial },
      transport: { ...(signal && { signal }) },
    });
    keyStore.noteUse(prepared.resolved, sent.startedAt);
    const { request, response, ...rest } = sent;
    const chosen = prepared.profile.interfaces.find(({ id }) => id === call.interface);
    return {
      ...rest,
      id: randomUUID(),
      title: chosen?.title ?? prepared.profile.title,
      call,
      keys: Object.fromEntries(prepared.resolved.used.map(({ slot, fingerprint }) => [slot, fingerprint])),
      request: traces.remember(request.trace, 'call'),
      ...(response && { response: traces.remember(response.trace, 'call') }),
    };
  }

  return {
    capabilities: () => ({
      version,
      exportFolder: exportFolder(),
      engine: { name: engine.name, native: engine.native },
    }),
    platforms: () => providers.map(({ profile }) => profile),
    workspace() {
      const { environments: own, problems } = keyStore.environmentFiles.list();
      const title = { zh: '示例工作区', en: 'Sample workspace' };
      return { title, folders: sampleFolders, environments: environments(own), problems };
    },
    preview,
    send,
    traceValue: (place) => traces.value(place),
    vault: keyStore.vault,
    keys: keyStore.keys,
    environments: {
      save: (environment) => ({ id: keyStore.environmentFiles.save(environment).id }),
      remove: keyStore.removeEnvironment,
    },
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
      await simulator.close();
      database.close();
    },
  };
}

function filledFields(
  { profile, fields }: PreparedCall,
  { run, call, drawn }: { run: RunResult; call: Call; drawn: Drawn },
): readonly FilledField[] {
  const signature = run.slots.get('signature');
  const header = fieldsOf(run.slots.get('header')).map(({ name, value }): FilledField => {
    const rule = profile.header.find((field) => field.name === name)?.rule.rule;
    if (fields.locked[name] !== undefined) return { name, value, origin: 'locked' };
    if (rule === undefined) return { name, value, origin: 'extra' };
    const provisional =
      (rule === 'serial' && drawn.serial === undefined) ||
      (rule === 'nonce' && drawn.nonce === undefined) ||
      (rule === 'clock' && drawn.clock === undefined);
    return { name, value, origin: provisional ? 'provisional' : 'filled' };
  });
  const computed: FilledField[] =
    signature?.type === 'text' ? [{ name: 'signature', value: signature.text, origin: 'computed' }] : [];
  return [...header.filter(({ name }) => name !== 'signature' || call.header['signature'] !== undefined), ...computed];
}

function sampleOnly({ name, title, clause }: KeySlot, host: string): HufuError {
  return new HufuError({
    code: 'key.sampleOnly',
    field: name,
    clause,
    text: {
      zh: `没有发送：${title.zh}（${name}）还是样例密钥，样例密钥人人知道，只用于本机的仿真服务方，不会用来调用 ${host}。请在“密钥”里填入自己的。`,
      en: `Not sent: ${title.en} (${name}) is still the sample key, which everyone knows; it is used toward this machine's simulator only and not toward ${host}. Enter your own under Keys.`,
    },
  });
}

function otherPlatform({ environment, platform }: Call): HufuError {
  return new HufuError({
    code: 'environment.otherPlatform',
    field: 'environment',
    text: {
      zh: `环境“${environment}”不是平台 ${platform} 的，请选一个该平台的环境。`,
      en: `Environment "${environment}" is not one of platform ${platform}; choose one that is.`,
    },
  });
}
