import { describe, expect, it } from 'vitest';
import { isUnverified, transportOptionsOf } from './environment-transport.ts';
import { parseHttpProxy } from './http-proxy.ts';
import { transportFindings } from './transport-findings.ts';

describe('an environment’s transport', () => {
  it.each([
    ['https://a.test/x', 'a.test', true],
    ['https://a.test/x', 'A.TEST:443', true],
    ['https://a.test:8443/', 'a.test:8443', true],
    ['https://a.test:8443/', 'a.test', false],
    ['https://b.test/', 'a.test', false],
    ['https://[::1]/', '[::1]:443', true],
    ['https://[::1]/', '[::1]', true],
    ['https://a.test.evil/', 'a.test', false],
    ['http://a.test/', 'a.test', false],
    ['nothing', 'a.test', false],
  ])('verifies the certificate of %s with %s in the list: %s', (url, host, isOff) => {
    expect(isUnverified({ unverifiedHosts: [host] }, url)).toBe(isOff);
  });

  it('says on every call that a certificate is not verified', () => {
    const transport = { unverifiedHosts: ['a.test'] };
    expect(transportFindings(transport, 'https://a.test/')).toMatchObject([
      { code: 'transport.unverified', severity: 'warning' },
    ]);
    expect(transportFindings(transport, 'https://b.test/')).toEqual([]);
  });

  it('brings the password of a proxy to it whatever it holds', () => {
    const { proxy } = transportOptionsOf({
      transport: { proxy: 'http://user@proxy.test:8080' },
      secrets: { proxyPassword: 'p@ss:/?#密 %41' },
      url: 'http://a.test/',
    });
    const { authorization } = parseHttpProxy(proxy?.url ?? '');
    expect(Buffer.from(authorization?.slice('Basic '.length) ?? '', 'base64').toString()).toBe('user:p@ss:/?#密 %41');
  });

  it('takes time limit, authorities and client certificate', () => {
    expect(
      transportOptionsOf({
        transport: { timeoutSeconds: 0.5, ca: 'CA', clientCertificate: 'CERT' },
        secrets: { clientKey: 'KEY' },
        url: 'https://a.test/',
      }),
    ).toEqual({
      timeoutMilliseconds: 500,
      tls: { verify: true, caPem: 'CA', clientCertificatePem: 'CERT', clientKeyPem: 'KEY' },
    });
  });
});
