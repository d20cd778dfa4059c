import { expect, it } from 'vitest';
import { isTimeLimit, transportOf, typedTransport } from './transport-fields.tsx';

it('comes back as it was when nothing is changed', () => {
  const transport = {
    timeoutSeconds: 2.5,
    proxy: 'http://user@proxy.test:8080',
    ca: '-----BEGIN CERTIFICATE-----\nAA\n-----END CERTIFICATE-----\n',
    clientCertificate: '-----BEGIN CERTIFICATE-----\nBB\n-----END CERTIFICATE-----\n',
    unverifiedHosts: ['10.0.0.8:8443', 'b.test'],
  };
  expect(transportOf(typedTransport(transport))).toEqual(transport);
  expect(transportOf(typedTransport({}))).toEqual({});
});

it.each([
  ['', true],
  ['30', true],
  ['0.05', false],
  ['4000', false],
  ['soon', false],
])('takes a time limit of %s: %s', (text, isOne) => expect(isTimeLimit(text)).toBe(isOne));
