import type { ProviderSample } from '../provider.ts';

/** Made for the samples and of use nowhere else: the embedded simulator holds the same ones. */
export const sample = {
  values: {
    appmark: 'demoapp',
    servicename: 'demoservice',
    authId: 'demo-auth-id',
    name: '张三',
    paperstype: '1',
    papersnumber: '11010519491231002X',
    mobile: '00000000001',
  },
  keys: { appword: 'demoword', authKey: 'MDEyMzQ1Njc4OWFiY2RlZg==', bodyKey: 'ZmVkY2JhOTg3NjU0MzIxMA==' },
} as const satisfies ProviderSample;
