import type { ProviderSample } from '../provider.ts';

/** Made for the samples and of use nowhere else: the embedded simulator holds the same ones. */
export const sample = {
  values: { accountId: 'demo-account' },
  keys: { accessToken: 'hufu-sample-access-token', sm4Key: '2942demo12345678' },
} as const satisfies ProviderSample;
