import type { ProviderSample } from '../provider.ts';

/** Made for the samples and of use nowhere else: the embedded simulator holds the same ones. */
export const sample = {
  values: { appmark: 'demoapp', servicename: 'demoservice', authId: 'demo-auth-id' },
  keys: { appword: 'demoword', authKey: 'MDEyMzQ1Njc4OWFiY2RlZg==', bodyKey: 'ZmVkY2JhOTg3NjU0MzIxMA==' },
} as const satisfies ProviderSample;
