import type { Provider } from '../provider.ts';
import { collection } from './collection.ts';
import { db32t3761 } from './profile.ts';
import { sample } from './sample.ts';
import { createSimulator } from './simulator.ts';

export const provider = { profile: db32t3761, createSimulator, sample, collection } as const satisfies Provider;
