import type { Profile } from '../profile/profile.ts';
import type { Simulator, SimulatorOptions } from '../simulator/simulator.ts';

/** What a platform's folder gives to the rest: its profile and its counterpart. */
export interface Provider {
  readonly profile: Profile;
  readonly createSimulator: (options: SimulatorOptions) => Simulator;
}
