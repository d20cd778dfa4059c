import type { Finding } from '../../shared/finding.ts';
import type { EnvironmentTransport } from '../../shared/model/environment.ts';
import { isUnverified } from './environment-transport.ts';

/** What every call to an address has to say about how it goes out. */
export function transportFindings(transport: EnvironmentTransport, url: string): readonly Finding[] {
  if (!isUnverified(transport, url)) return [];
  const { host } = new URL(url);
  return [
    {
      code: 'transport.unverified',
      severity: 'warning',
      field: 'url',
      message: {
        zh: `${host} 的证书没有校验（环境中关闭）：对方是谁没有保证，只应用于测试。`,
        en: `The certificate of ${host} is not verified (switched off in the environment): nothing proves who answers; for tests only.`,
      },
    },
  ];
}
