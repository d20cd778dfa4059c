import { expect, it } from 'vitest';
import type { KeyDescription } from '../../../../shared/model/key.ts';
import { fileNameFor, publicForms, secretForms, suggestedPath } from './export-forms.ts';

const described = (facts: Partial<KeyDescription>): KeyDescription => ({
  algorithm: 'sm4',
  form: { zh: '', en: '' },
  fingerprint: '',
  ...facts,
});

it('gives public forms to keys that have a public half, a certificate only where there is one', () => {
  const certificate = { subject: '', issuer: '', serial: '', notBefore: '', notAfter: '', keyUsage: [] };
  expect(publicForms(described({}))).toEqual([]);
  expect(publicForms(described({ algorithm: 'sm2Private', publicKey: '04' }))).not.toContain('x509-pem');
  expect(publicForms(described({ algorithm: 'sm2Public', publicKey: '04', certificate }))).toContain('x509-pem');
});

it('offers the encrypted form first, and bytes only where the text has 16 of them', () => {
  expect(secretForms(described({ algorithm: 'sm2Private' }))[0]).toBe('encrypted-pkcs8-pem');
  expect(secretForms(described({ algorithm: 'sm4' }))).toEqual(['text']);
  expect(secretForms(described({ algorithm: 'sm4', reading: 'hex32' }))).toEqual(['text', 'hex', 'base64']);
  expect(secretForms(described({ algorithm: 'sm2Public' }))).toEqual([]);
});

it('makes a file name that every system takes', () => {
  expect(fileNameFor({ label: '调用方 私钥/2026: "一"', form: 'pkcs8-pem' })).toBe('调用方-私钥-2026-一.pem');
  expect(fileNameFor({ label: '../..', form: 'text' })).toBe('key.txt');
});

it('keeps to the manner of the system whose folder it is', () => {
  expect(suggestedPath({ folder: '/home/a/', label: 'k', form: 'hex' })).toBe('/home/a/k.txt');
  expect(suggestedPath({ folder: 'C:\\Users\\a', label: 'k', form: 'sec1-pem' })).toBe('C:\\Users\\a\\k.pem');
});
