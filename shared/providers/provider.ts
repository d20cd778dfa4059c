import type { SampleFolder } from './collection.ts';
import type { Profile } from '../profile/profile.ts';
import type { Simulator, SimulatorOptions } from '../simulator/simulator.ts';

/** What a platform's folder gives to the rest: its profile and its counterpart. */
export interface Provider {
  readonly profile: Profile;
  readonly createSimulator: (options: SimulatorOptions) => Simulator;
  /** What the sample environment says toward the simulator: nothing in it is anybody's. */
  readonly sample: ProviderSample;
  /** Ready requests, flows among them, that run through against the simulator. */
  readonly collection: readonly SampleFolder[];
}

export interface ProviderSample {
  /** Header fields with the rule `environment`. */
  readonly values: Readonly<Record<string, string>>;
  /** Key slots as texts; public halves of SM2 pairs are computed. */
  readonly keys: Readonly<Record<string, string>>;
}
