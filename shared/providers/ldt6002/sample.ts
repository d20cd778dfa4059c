import type { ProviderSample } from '../provider.ts';

/** Made for the samples and of use nowhere else: the embedded simulator holds the same ones. */
export const sample = {
  values: { appId: 'demo-app', channelCode: 'DEMO', areaCode: '110000' },
  keys: { appSecret: 'hufu-sample-6002-secret', sm4Key: '6002demo12345678' },
} as const satisfies ProviderSample;
