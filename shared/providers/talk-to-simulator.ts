import type { CryptoEngine, RandomBytes } from '../crypto/engine.ts';
import { callSimulator } from '../own-platform/call-simulator.ts';
import { atPointer } from '../json/json-pointer.ts';
import { scalarText } from '../json/json-node.ts';
import type { RunResult } from '../pipeline/run-steps.ts';
import { resolveConventions, type ConventionChoices } from '../profile/conventions.ts';
import type { SimulatedAnswer, Simulator } from '../simulator/simulator.ts';
import type { Provider } from './provider.ts';
import { sampleKeys } from './sample-keys.ts';

/** A caller and the simulator of its platform in one process, for tests: everything but the network in between. */
export interface Talk {
  readonly simulator: Simulator;
  /** Milliseconds since 1970; moved by whoever wants time to pass. */
  clock: number;
  /** The session's values, once one was opened. */
  session: Readonly<Record<string, string>>;
  /** One call; opens a session first where the interface needs one and there is none. */
  call(name: string, message?: TalkMessage): TalkResult;
}

export interface TalkMessage {
  readonly body?: object | string;
  readonly header?: Readonly<Record<string, string>>;
}

export interface TalkResult {
  readonly request: RunResult;
  readonly answer: SimulatedAnswer;
  readonly response: RunResult;
  /** The answer's body in clear, as JSON reads it. */
  readonly body: unknown;
}

interface TalkOptions {
  readonly engine: CryptoEngine;
  readonly randomBytes: RandomBytes;
  readonly conventions?: ConventionChoices;
  /** Conventions of the simulator when they are others. */
  readonly theirs?: ConventionChoices;
  readonly clock?: number;
}

export function talkToSimulator(
  { profile, createSimulator, sample, collection }: Provider,
  {
    engine,
    randomBytes,
    conventions: choices = {},
    theirs = choices,
    clock = Date.UTC(2026, 10, 22, 2, 10, 20),
  }: TalkOptions,
): Talk {
  const conventions = resolveConventions(profile, choices);
  const keys = sampleKeys({ profile, keys: sample.keys }, engine);
  let serial = 0;

  const talk: Talk = {
    simulator: createSimulator({ conventions: resolveConventions(profile, theirs), keys, engine }),
    clock,
    session: {},
    call(name, { body = {}, header = {} } = {}) {
      const chosen = profile.interfaces.find(({ id }) => id === name);
      if (!chosen) throw new Error(`${profile.id} has no interface ${name}`);
      const { session } = profile;
      if (session && chosen.needsSession !== false && Object.keys(talk.session).length === 0) open();
      serial += 1;
      const nonce = String(serial).padStart(24, '0');
      const moment = { clock: talk.clock, nonce, serial: String(serial), randomBytes, now: () => 0 };
      const { request, answer, response } = callSimulator(
        { profile, createSimulator, sample, collection },
        {
          interface: name,
          body: typeof body === 'string' ? body : JSON.stringify(body),
          header,
          simulator: talk.simulator,
          conventions,
          keys,
          engine,
          moment,
          session: talk.session,
        },
      );
      const clear = response.slots.get('body');
      return { request, answer, response, body: clear?.type === 'json' ? JSON.parse(clear.text) : undefined };
    },
  };

  function open(): void {
    const { session } = profile;
    if (!session) return;
    const body = talk.call(session.interface).response.slots.get('body');
    if (body?.type !== 'json') return;
    talk.session = Object.fromEntries(
      Object.entries(session.values).map(([name, at]) => [name, scalarText(atPointer(body.root(), at)) ?? '']),
    );
  }

  return talk;
}
