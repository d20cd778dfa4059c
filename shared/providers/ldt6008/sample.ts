import type { ProviderSample } from '../provider.ts';

/** Made for the samples and of use nowhere else: the embedded simulator holds the same ones. */
export const sample = {
  values: { appCode: 'B100000KJGK' },
  keys: {
    sm4Key: '1234567890123456',
    secret: 'hufu-sample-secret',
    callerPrivateKey: '0b1d2e3f405162738495a6b7c8d9eafb0c1d2e3f405162738495a6b7c8d9eafb',
    providerPrivateKey: '1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d5e6f708192a3b4c5d6e7f809',
  },
} as const satisfies ProviderSample;
