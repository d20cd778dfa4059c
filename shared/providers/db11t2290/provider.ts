import type { Provider } from '../provider.ts';
import { collection } from './collection.ts';
import { db11t2290 } from './profile.ts';
import { sample } from './sample.ts';
import { createSimulator } from './simulator.ts';

export const provider = { profile: db11t2290, createSimulator, sample, collection } as const satisfies Provider;
