import { expect, it } from 'vitest';
import type { EnvironmentTransport } from '../../shared/model/environment.ts';
import { makeTestCertificate } from '../transport/make-test-certificate.ts';
import { requireTransport } from './require-transport.ts';

const { certificatePem: pem, keyPem } = makeTestCertificate({ name: 'CA', isAuthority: true });
const damaged = pem.replace(/\n[A-Za-z0-9+/]{40}/, '\n');

it.each([
  [{}],
  [{ proxy: 'http://proxy.test:8080' }],
  [{ proxy: 'http://user@10.0.0.8' }],
  [{ ca: pem }],
  [{ ca: `subject=/CN=CA\n${pem}\n# and another\n${pem}`.replaceAll('\n', '\r\n') }],
  [{ clientCertificate: pem }],
  [{ unverifiedHosts: ['10.0.0.8:8443', 'A.test', 'b.test:443', '[::1]:8443'] }],
])('takes %j', (transport) => expect(() => requireTransport(transport)).not.toThrow());

it.each<[code: string, field: string, transport: EnvironmentTransport]>([
  ['environment.proxy', 'proxy', { proxy: 'nonsense' }],
  ['environment.proxy', 'proxy', { proxy: 'proxy.test:8080' }],
  ['environment.proxy', 'proxy', { proxy: 'https://proxy.test:8080' }],
  ['environment.proxyPassword', 'proxy', { proxy: 'user:secret@proxy.test' }],
  ['environment.certificate', 'ca', { ca: 'no certificate' }],
  ['environment.certificate', 'ca', { ca: damaged }],
  ['environment.certificate', 'ca', { ca: pem + damaged }],
  ['environment.certificate', 'ca', { ca: pem.slice(0, -30) }],
  ['environment.certificate', 'clientCertificate', { clientCertificate: '' }],
  ['environment.privateKey', 'clientCertificate', { clientCertificate: pem + keyPem }],
])('refuses with %s of %s: %j', (code, field, transport) => {
  expect(() => requireTransport(transport)).toThrow(
    expect.objectContaining({ code, detail: expect.objectContaining({ field }) }),
  );
});

it.each(['https://x/', 'x/y', 'user@x:1', 'x:', 'x:99999', '::1', '', '10.8:1'])('refuses the host %j', (host) => {
  expect(() => requireTransport({ unverifiedHosts: ['a.test', host] })).toThrow(
    expect.objectContaining({ code: 'environment.unverifiedHost' }),
  );
});

it('shows no credentials of what is no proxy', () => {
  expect(() => requireTransport({ proxy: 'user@nonsense' })).toThrow(
    expect.objectContaining({ message: expect.stringContaining('"***@nonsense"') }),
  );
});

it('lets be what stands there already, but for what is new', () => {
  const before = { proxy: 'nonsense', ca: 'none', unverifiedHosts: ['https://x/'] };
  expect(() => requireTransport(before, before)).not.toThrow();
  const after = { ...before, unverifiedHosts: ['https://x/', 'https://y/'] };
  expect(() => requireTransport(after, before)).toThrow(
    expect.objectContaining({ code: 'environment.unverifiedHost' }),
  );
});
