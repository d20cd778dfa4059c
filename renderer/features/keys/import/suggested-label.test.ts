import { expect, it } from 'vitest';
import type { FoundKey } from '../../../../shared/model/key.ts';
import { suggestedLabel } from './suggested-label.ts';

const now = new Date(2026, 10, 3);
const found: FoundKey = {
  index: 0,
  algorithm: 'sm2Public',
  form: { zh: '证书', en: 'certificate' },
  fingerprint: '0011223344556677',
  findings: [],
};
const certificate = {
  subject: 'C=CN, O=示例单位, CN=调用方 签名\\, 一',
  issuer: '',
  serial: '',
  notBefore: '',
  notAfter: '',
  keyUsage: [],
};
const label = (sources: Partial<Parameters<typeof suggestedLabel>[0]>) =>
  suggestedLabel({ found: undefined, fileName: undefined, slotTitle: 'SM4 密钥', now, ...sources });

it('prefers the name in the file, then the subject, then the file, then what it is for', () => {
  expect(label({ found: { ...found, name: 'signing', certificate }, fileName: 'a.p12' })).toBe('signing');
  expect(label({ found: { ...found, certificate }, fileName: 'a.cer' })).toBe('调用方 签名\\, 一');
  expect(label({ found: { ...found, certificate: { ...certificate, subject: 'O=示例' } } })).toBe('O=示例');
  expect(label({ found, fileName: 'provider.key.pem' })).toBe('provider.key');
  expect(label({})).toBe('SM4 密钥 2026-11-03');
});

it('is never longer than a label may be', () => {
  expect(label({ fileName: 'a'.repeat(300) })).toHaveLength(200);
});
