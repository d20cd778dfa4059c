import type { ProviderSample } from '../provider.ts';

/** Made for the samples and of use nowhere else: the embedded simulator holds the same ones. */
export const sample = {
  values: { app_key: 'demo-app', account: 'demo-user', org_code: '', item: '100001BJ0001' },
  keys: { appSecret: 'hufu-sample-app-secret', password: 'hufu-sample-password' },
} as const satisfies ProviderSample;
