import type { Provider } from '../provider.ts';
import { collection } from './collection.ts';
import { ldt6002 } from './profile.ts';
import { sample } from './sample.ts';
import { createSimulator } from './simulator.ts';

export const provider = { profile: ldt6002, createSimulator, sample, collection } as const satisfies Provider;
