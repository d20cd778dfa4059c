import type { EnvironmentTransport } from '../model/environment.ts';
import type { KeySlot } from './profile.ts';

/** Secrets of an environment's connection: in the vault like keys, and read by no step. */
export const clientKeySlot = 'tls.clientKey';
export const proxyPasswordSlot = 'proxy.password';

export const transportSlots: readonly KeySlot[] = [
  {
    name: clientKeySlot,
    title: { zh: 'TLS 客户端证书的私钥（PEM）', en: 'Key of the TLS client certificate (PEM)' },
    algorithm: 'text',
    holder: 'caller',
    neededWhen: {},
    clause: '',
  },
  {
    name: proxyPasswordSlot,
    title: { zh: '代理的密码', en: 'Password of the proxy' },
    algorithm: 'text',
    holder: 'caller',
    neededWhen: {},
    clause: '',
  },
];

/** Those that a connection needs. */
export function neededTransportSlots({ clientCertificate, proxy }: EnvironmentTransport): readonly KeySlot[] {
  const hasUser = proxy !== undefined && /^[^/]*:\/\/[^/@]+@/.test(proxy);
  return transportSlots.filter(
    ({ name }) =>
      (name === clientKeySlot && clientCertificate !== undefined) || (name === proxyPasswordSlot && hasUser),
  );
}
