import type { StepsOfMessage } from '../../profile/profile.ts';
import { decryptBody, encryptBody, identity } from './identity-steps.ts';
import { identityStatuses, refusingWords, statuses } from './statuses.ts';

const page = { interface: ['page'] };
const scan = { interface: ['scan'] };
const tokenAs = (...forms: readonly string[]) => ({ interface: ['token'], tokenData: forms });

const wordCipher = {
  algorithm: 'AES',
  key: 'appword',
  reading: { convention: 'appwordReading' },
  mode: 'ECB',
  iv: 'zero',
  padding: 'pkcs7',
};
const whole = { headerAt: '', names: 'asIs' };
/** Failures are in clear: their data is a sentence, an object, or not there. */
const tokenClear = { statusField: statuses.field, encryptedWhen: statuses.success };
const identityClear = { statusField: identityStatuses.field, encryptedWhen: identityStatuses.success };
/** They are numbers with some clients and texts with others. */
const numbers = ['code', 'resCode'];

const data = { ...whole, bodyAt: 'data' };
const all = { ...whole, bodyAt: '' };

export const responseSteps: StepsOfMessage = {
  outward: [
    {
      kind: 'header.fill',
      title: { zh: '填写应答', en: 'Fill the answer' },
      clause: '5.2',
      options: { to: 'header', nonceField: '' },
    },
    {
      kind: 'json.read',
      title: { zh: '读入应答内容', en: 'Read the content' },
      clause: '5.2',
      options: { from: 'composed', to: 'body' },
    },
    {
      kind: 'body.clear',
      title: { zh: 'data（对象）', en: 'data (object)' },
      clause: '附录 A',
      when: tokenAs('object'),
      options: { from: 'body', to: 'bodySent', style: 'compact' },
    },
    {
      kind: 'json.fold',
      title: { zh: 'data（字符串）', en: 'data (string)' },
      clause: '附录 A',
      when: tokenAs('json'),
      options: { from: 'body', to: 'bodySent', at: [''], form: 'json' },
    },
    {
      kind: 'json.write',
      title: { zh: '明文', en: 'Plaintext' },
      clause: '附录 A',
      when: tokenAs('encrypted'),
      options: { from: 'body', to: 'plaintext', select: 'body', style: 'compact', clearTo: 'bodySent', ...tokenClear },
    },
    {
      kind: 'charset.encode',
      title: { zh: '明文字节', en: 'Bytes of the plaintext' },
      clause: '附录 A',
      when: tokenAs('encrypted'),
      options: { from: 'plaintext', to: 'plaintextBytes', charset: 'UTF-8' },
    },
    {
      kind: 'block.encrypt',
      title: { zh: '加密 data', en: 'Encrypt data' },
      clause: '附录 A',
      when: tokenAs('encrypted'),
      options: { from: 'plaintextBytes', to: 'ciphertextBytes', ...wordCipher },
    },
    {
      kind: 'text.encode',
      title: { zh: '密文编码', en: 'Encode the ciphertext' },
      clause: '附录 A',
      when: tokenAs('encrypted'),
      options: { from: 'ciphertextBytes', to: 'ciphertext', encoding: 'hex' },
    },
    ...encryptBody({ ...identityClear, clearTo: 'bodySent' }),
    {
      kind: 'body.place',
      title: { zh: 'data（密文）', en: 'data (ciphertext)' },
      clause: '附录 A',
      when: [tokenAs('encrypted'), identity],
      options: { body: 'body', parts: 'ciphertext', to: 'bodySent', select: 'body' },
    },
    {
      kind: 'envelope.write',
      title: { zh: '报文', en: 'Message' },
      clause: '5.2',
      when: { interface: ['token', 'identity'] },
      options: { header: 'header', body: 'bodySent', to: 'message', ...data, numbers: ['code'] },
    },
    {
      kind: 'envelope.write',
      title: { zh: '报文', en: 'Message' },
      clause: '5.2',
      when: { interface: ['scan', 'page'] },
      options: { header: 'header', body: 'body', to: 'message', ...all },
    },
  ],
  inward: [
    {
      kind: 'page.read',
      title: { zh: '读入页面', en: 'Read the page' },
      clause: '5.2',
      when: page,
      options: {
        from: 'received',
        header: 'header',
        body: 'body',
        field: 'page',
        value: 'html',
        refusedWords: refusingWords,
      },
    },
    {
      kind: 'envelope.read',
      title: { zh: '读入报文', en: 'Read the message' },
      clause: '5.2',
      when: { interface: ['token', 'identity'] },
      options: { from: 'received', header: 'header', body: 'bodyReceived', ...data, bodyMayBeMissing: true },
    },
    {
      kind: 'envelope.read',
      title: { zh: '读入报文', en: 'Read the message' },
      clause: '附录 B',
      when: scan,
      options: { from: 'received', header: 'header', body: 'body', ...all },
    },
    {
      kind: 'header.check',
      title: { zh: '核对应答', en: 'Check the answer' },
      clause: '5.2',
      when: { interface: ['token', 'scan', 'identity'] },
      options: { header: 'header', numbers },
    },
    {
      kind: 'body.clear',
      title: { zh: 'data（对象）', en: 'data (object)' },
      clause: '附录 A',
      when: tokenAs('object'),
      options: { from: 'bodyReceived', to: 'body', style: 'compact' },
    },
    {
      kind: 'json.unfold',
      title: { zh: 'data（字符串）', en: 'data (string)' },
      clause: '附录 A',
      when: tokenAs('json'),
      options: { from: 'bodyReceived', to: 'body', at: [''], form: 'json' },
    },
    {
      kind: 'body.take',
      title: { zh: '取密文', en: 'Take the ciphertext' },
      clause: '附录 A',
      when: tokenAs('encrypted'),
      options: {
        from: 'bodyReceived',
        select: 'body',
        to: 'ciphertext',
        clearTo: 'body',
        encoding: 'hex',
        blockBytes: 16,
        ...tokenClear,
      },
    },
    {
      kind: 'text.decode',
      title: { zh: '密文解码', en: 'Decode the ciphertext' },
      clause: '附录 A',
      when: tokenAs('encrypted'),
      options: { from: 'ciphertext', to: 'ciphertextBytes', encoding: 'hex' },
    },
    {
      kind: 'block.decrypt',
      title: { zh: '解密 data', en: 'Decrypt data' },
      clause: '附录 A',
      when: tokenAs('encrypted'),
      options: { from: 'ciphertextBytes', to: 'plaintextBytes', ...wordCipher },
    },
    {
      kind: 'charset.decode',
      title: { zh: '明文文本', en: 'Text of the plaintext' },
      clause: '附录 A',
      when: tokenAs('encrypted'),
      options: { from: 'plaintextBytes', to: 'plaintext', charset: 'UTF-8' },
    },
    {
      kind: 'body.restore',
      title: { zh: 'data 明文', en: 'data in clear' },
      clause: '附录 A',
      when: tokenAs('encrypted'),
      options: { body: 'bodyReceived', parts: 'plaintext', to: 'body', select: 'body' },
    },
    // The blocks of DESede have 8 bytes, those of AES twice as many.
    ...decryptBody({ ...identityClear, encoding: 'base64', blockBytes: 8 }),
    {
      kind: 'errors.report',
      title: { zh: '对方的说明', en: 'What the other side says' },
      clause: '附录 D',
      when: identity,
      options: { body: 'body', at: '', code: 'code', message: 'message' },
    },
  ],
};
