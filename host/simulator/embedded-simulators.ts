import type { CryptoEngine } from '../../shared/crypto/engine.ts';
import type { Faults, SimulatorStatus } from '../../shared/model/simulator.ts';
import { resolveConventions, type ConventionValues } from '../../shared/profile/conventions.ts';
import type { Provider } from '../../shared/providers/provider.ts';
import type { Providers } from '../../shared/providers/providers.ts';
import { sampleKeys } from '../../shared/providers/sample-keys.ts';
import type { Simulator } from '../../shared/simulator/simulator.ts';
import { startSimulatorServer, type SimulatorServer } from './simulator-server.ts';

export interface EmbeddedSimulator {
  readonly url: string;
  readonly conventions: ConventionValues;
  readonly keys: Readonly<Record<string, string>>;
}

/** A simulator on a port of its own for each platform, built-in and own, as long as a workbench runs. */
export interface EmbeddedSimulators {
  /** Undefined for a platform that is not there, or was added and has no port yet. */
  known(platform: string): EmbeddedSimulator | undefined;
  list(): readonly SimulatorStatus[];
  /** Throws `platform.unknown`. */
  setFaults(platform: string, faults: Faults): void;
  /** Starts those of platforms that were added, ends those of platforms that are gone. */
  follow(): Promise<void>;
  close(): Promise<void>;
}

interface EmbeddedOptions {
  readonly providers: Providers;
  readonly engine: CryptoEngine;
  /** Of the first platform; 0 takes a free one, as all others do. */
  readonly port: number;
}

interface Running extends EmbeddedSimulator {
  /** The platform as it was when this simulator was made: another one makes another simulator at the same port. */
  provider: Provider;
  simulator: Simulator;
  conventions: ConventionValues;
  keys: Readonly<Record<string, string>>;
  readonly server: SimulatorServer;
}

export async function startEmbeddedSimulators({
  providers,
  engine,
  port,
}: EmbeddedOptions): Promise<EmbeddedSimulators> {
  const running = new Map<string, Running>();
  let following: Promise<void> = Promise.resolve();

  function made(provider: Provider) {
    const { profile, sample, createSimulator } = provider;
    const conventions = resolveConventions(profile, {});
    const keys = sampleKeys({ profile, keys: sample.keys }, engine);
    return { provider, conventions, keys, simulator: createSimulator({ conventions, keys, engine }) };
  }

  async function start(provider: Provider, ownPort: number): Promise<void> {
    const { id } = provider.profile;
    const parts = made(provider);
    const server = await startSimulatorServer({
      simulator: { receive: (message, moment) => current(id, parts.simulator).receive(message, moment) },
      port: ownPort,
    });
    running.set(id, { ...parts, server, url: server.url });
  }

  /** Of a profile that was edited, the new one. */
  function current(id: string, first: Simulator): Simulator {
    return renewed(id)?.simulator ?? first;
  }

  function renewed(id: string): Running | undefined {
    const one = running.get(id);
    const provider = providers.known(id);
    if (one && provider && provider !== one.provider) Object.assign(one, made(provider));
    return one;
  }

  async function follow(): Promise<void> {
    const all = providers.all();
    const gone = [...running].filter(([id]) => !all.some(({ profile }) => profile.id === id));
    for (const [id] of gone) running.delete(id);
    const added = all.filter(({ profile }) => !running.has(profile.id));
    await Promise.all([
      ...gone.map(([, { server }]) => server.close()),
      ...added.map((provider) => start(provider, 0)),
    ]);
  }

  await Promise.all(providers.all().map((provider, index) => start(provider, index === 0 ? port : 0)));

  return {
    known: renewed,
    list: () =>
      [...running.keys()].flatMap((platform) => {
        const one = renewed(platform);
        return one ? [{ platform, url: one.url, conventions: one.conventions, faults: one.server.faults }] : [];
      }),
    setFaults(platform, faults) {
      providers.find(platform);
      const one = running.get(platform);
      if (one) one.server.faults = faults;
    },
    follow() {
      following = following.then(follow, follow);
      return following;
    },
    async close() {
      await Promise.all([...running.values()].map(({ server }) => server.close()));
    },
  };
}
