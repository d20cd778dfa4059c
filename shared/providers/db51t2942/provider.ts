import type { Provider } from '../provider.ts';
import { collection } from './collection.ts';
import { db51t2942 } from './profile.ts';
import { sample } from './sample.ts';
import { createSimulator } from './simulator.ts';

export const provider = { profile: db51t2942, createSimulator, sample, collection } as const satisfies Provider;
