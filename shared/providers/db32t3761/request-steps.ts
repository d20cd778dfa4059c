import type { StepSpecification, StepsOfMessage } from '../../profile/profile.ts';
import { cipher, decryptBody, encryptBody, identity } from './identity-steps.ts';

const token = { interface: ['token'] };
const page = { interface: ['page'] };
const scan = { interface: ['scan'] };

/** sign = MD5(appmark + appword + time). */
const signSteps: readonly StepSpecification[] = [
  {
    kind: 'sign.join',
    title: { zh: '待签名串', en: 'String to sign' },
    clause: '附录 A',
    when: token,
    options: {
      header: 'header',
      before: ['appmark'],
      key: 'appword',
      after: ['time'],
      to: 'stringWithSecret',
      shown: 'stringToSign',
    },
  },
  {
    kind: 'charset.encode',
    title: { zh: '待签名字节', en: 'Bytes to sign' },
    clause: '附录 A',
    when: token,
    options: { from: 'stringWithSecret', to: 'bytesToSign', charset: 'UTF-8' },
  },
  {
    kind: 'digest',
    title: { zh: 'MD5', en: 'MD5' },
    clause: '附录 A',
    when: token,
    options: { from: 'bytesToSign', to: 'signatureBytes', algorithm: 'MD5' },
  },
  {
    kind: 'text.encode',
    title: { zh: '签名', en: 'Signature' },
    clause: '附录 A',
    when: token,
    options: { from: 'signatureBytes', to: 'signature', encoding: { convention: 'signatureEncoding' } },
  },
];

/** Four envelopes: a signed form, an address alone, a form, an encrypted text under an encrypted HTTP header. */
export const requestSteps: StepsOfMessage = {
  outward: [
    {
      kind: 'header.fill',
      title: { zh: '填写参数', en: 'Fill the parameters' },
      clause: '5.2',
      options: { to: 'header', nonceField: '' },
    },
    {
      kind: 'json.read',
      title: { zh: '读入报文体', en: 'Read the body' },
      clause: '5.2',
      options: { from: 'composed', to: 'body' },
    },
    {
      kind: 'body.fill',
      title: { zh: '补全 params', en: 'Complete params' },
      clause: '附录 A',
      when: token,
      options: {
        from: 'body',
        header: 'header',
        fields: ['name', 'paperstype', 'papersnumber', 'mobile'],
        to: 'parameters',
      },
    },
    ...signSteps,
    {
      kind: 'field.place',
      title: { zh: '放入签名', en: 'Place the signature' },
      clause: '附录 A',
      when: token,
      options: { from: 'signature', field: 'sign', to: 'header' },
    },
    {
      kind: 'form.write',
      title: { zh: '表单', en: 'Form' },
      clause: '附录 A',
      when: token,
      options: { header: 'header', body: 'parameters', bodyParameter: 'params', to: 'message' },
    },
    {
      kind: 'message.none',
      title: { zh: '没有报文体（GET）', en: 'No body (GET)' },
      clause: '5.2',
      when: page,
      options: { to: 'message' },
    },
    {
      kind: 'form.write',
      title: { zh: '表单', en: 'Form' },
      clause: '附录 B',
      when: scan,
      options: { header: 'header', body: 'body', bodyParameter: '', to: 'message' },
    },
    {
      kind: 'field.take',
      title: { zh: '认证标识', en: 'Authentication id' },
      clause: '附录 C',
      when: identity,
      options: { from: 'header', field: 'authId', to: 'authBytes', as: 'bytes' },
    },
    {
      kind: 'block.encrypt',
      title: { zh: '加密认证标识', en: 'Encrypt the id' },
      clause: '附录 C',
      when: identity,
      options: { from: 'authBytes', to: 'authEncrypted', key: 'authKey', ...cipher },
    },
    {
      kind: 'text.encode',
      title: { zh: '认证参数', en: 'Authentication parameter' },
      clause: '附录 C',
      when: identity,
      options: { from: 'authEncrypted', to: 'auth', encoding: 'base64' },
    },
    {
      kind: 'field.place',
      title: { zh: '放入 HTTP 头 auth', en: 'Place it in the HTTP header auth' },
      clause: '附录 C',
      when: identity,
      options: { from: 'auth', field: 'auth', to: 'httpHeaders' },
    },
    ...encryptBody({}),
    {
      kind: 'message.text',
      title: { zh: '报文（文本）', en: 'Message (text)' },
      clause: '附录 C',
      when: identity,
      options: { from: 'ciphertext', to: 'message' },
    },
  ],
  inward: [
    {
      kind: 'form.read',
      title: { zh: '读入表单', en: 'Read the form' },
      clause: '附录 A',
      when: token,
      options: { from: 'received', header: 'header', body: 'body', bodyParameter: 'params' },
    },
    {
      kind: 'header.check',
      title: { zh: '核对参数', en: 'Check the parameters' },
      clause: '附录 A',
      when: token,
      options: { header: 'header' },
    },
    ...signSteps,
    {
      kind: 'compare',
      title: { zh: '验签', en: 'Verify the signature' },
      clause: '附录 A',
      when: token,
      options: { expected: 'signature', header: 'header', field: 'sign', to: 'signatureReceived' },
    },
    {
      kind: 'body.none',
      title: { zh: '没有报文体（GET）', en: 'No body (GET)' },
      clause: '5.2',
      when: page,
      options: { to: 'body' },
    },
    {
      kind: 'form.read',
      title: { zh: '读入表单', en: 'Read the form' },
      clause: '附录 B',
      when: scan,
      options: { from: 'received', header: 'header', body: 'body', bodyParameter: '' },
    },
    {
      kind: 'field.take',
      title: { zh: '取 HTTP 头 auth', en: 'Take the HTTP header auth' },
      clause: '附录 C',
      when: identity,
      options: { from: 'httpHeaders', field: 'auth', to: 'auth', as: 'text' },
    },
    {
      kind: 'message.take',
      title: { zh: '读入报文（文本）', en: 'Read the message (text)' },
      clause: '附录 C',
      when: identity,
      options: { from: 'received', to: 'bodyReceived' },
    },
    {
      kind: 'text.decode',
      title: { zh: '认证参数解码', en: 'Decode the parameter' },
      clause: '附录 C',
      when: identity,
      options: { from: 'auth', to: 'authEncrypted', encoding: 'base64' },
    },
    {
      kind: 'block.decrypt',
      title: { zh: '解密认证标识', en: 'Decrypt the id' },
      clause: '附录 C',
      when: identity,
      options: { from: 'authEncrypted', to: 'authBytes', key: 'authKey', ...cipher },
    },
    ...decryptBody({}),
  ],
};
