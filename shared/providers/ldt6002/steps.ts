import type { StepSpecification, StepsOfMessage } from '../../profile/profile.ts';
import { services } from './interface-ids.ts';
import { statuses } from './statuses.ts';

const token = { interface: ['token'] };
const service = { interface: services };
const signed = { interface: services, digest: ['SM3'] };
const encrypted = { interface: services, cipher: ['SM4'] };
const clear = { interface: services, cipher: ['none'] };
const clause = '10';
const sm4 = {
  key: 'sm4Key',
  reading: { convention: 'sm4Key' },
  mode: { convention: 'sm4Mode' },
  iv: 'front',
  padding: 'pkcs7',
};

/** Failures are in clear: the keys may be what is wrong. */
const clearOnFailure = { statusField: statuses.field, encryptedWhen: statuses.success };
/** Tells a ciphertext from a sentence where a body may be in clear. */
const blocks = { encoding: 'base64', blockBytes: 16 };

/** SM3 of the sorted header, `k=v` with `&`, empty values left out. */
const signSteps: readonly StepSpecification[] = [
  {
    kind: 'sign.string',
    title: { zh: '待签名串', en: 'String to sign' },
    clause,
    when: signed,
    options: {
      header: 'header',
      body: 'body',
      to: 'stringToSign',
      scope: 'header',
      order: 'bytes',
      tableOrder: [],
      sameField: [],
      signedAs: '',
      signatureField: 'sign',
      nonceField: 'requestId',
      nonceCarrier: 'header',
      nonceSigned: true,
      signature: 'leftOut',
      emptyValues: 'skip',
      urlEncode: false,
      charset: 'UTF-8',
    },
  },
  {
    kind: 'charset.encode',
    title: { zh: '待签名字节', en: 'Bytes to sign' },
    clause,
    when: signed,
    options: { from: 'stringToSign', to: 'bytesToSign', charset: 'UTF-8' },
  },
  {
    kind: 'digest',
    title: { zh: 'SM3', en: 'SM3' },
    clause,
    when: signed,
    options: { from: 'bytesToSign', to: 'signatureBytes', algorithm: { convention: 'digest' } },
  },
  {
    kind: 'text.encode',
    title: { zh: '签名', en: 'Signature' },
    clause,
    when: signed,
    options: { from: 'signatureBytes', to: 'signature', encoding: 'hex' },
  },
];

const encryptSteps = (mayBeClear: StepSpecification['options']): readonly StepSpecification[] => [
  {
    kind: 'json.write',
    title: { zh: '报文体明文', en: 'Plaintext of the body' },
    clause,
    when: encrypted,
    options: { from: 'body', to: 'plaintext', select: 'body', style: 'compact', ...mayBeClear },
  },
  {
    kind: 'charset.encode',
    title: { zh: '明文字节', en: 'Bytes of the plaintext' },
    clause,
    when: encrypted,
    options: { from: 'plaintext', to: 'plaintextBytes', charset: 'UTF-8' },
  },
  {
    kind: 'sm4.encrypt',
    title: { zh: 'SM4 加密', en: 'Encrypt by SM4' },
    clause,
    when: encrypted,
    options: { from: 'plaintextBytes', to: 'ciphertextBytes', ...sm4 },
  },
  {
    kind: 'text.encode',
    title: { zh: '密文编码', en: 'Encode the ciphertext' },
    clause,
    when: encrypted,
    options: { from: 'ciphertextBytes', to: 'ciphertext', encoding: 'base64' },
  },
  {
    kind: 'body.place',
    title: { zh: '报文体（密文）', en: 'Body (ciphertext)' },
    clause,
    when: encrypted,
    options: { body: 'body', parts: 'ciphertext', to: 'bodySent', select: 'body' },
  },
  {
    kind: 'body.clear',
    title: { zh: '报文体（明文）', en: 'Body in clear' },
    clause: '6',
    when: [clear, token],
    options: { from: 'body', to: 'bodySent', style: 'compact' },
  },
];

const decryptSteps = (mayBeClear: StepSpecification['options']): readonly StepSpecification[] => [
  {
    kind: 'body.take',
    title: { zh: '取密文', en: 'Take the ciphertext' },
    clause,
    when: encrypted,
    options: { from: 'bodyReceived', select: 'body', to: 'ciphertext', clearTo: 'body', ...mayBeClear },
  },
  {
    kind: 'text.decode',
    title: { zh: '密文解码', en: 'Decode the ciphertext' },
    clause,
    when: encrypted,
    options: { from: 'ciphertext', to: 'ciphertextBytes', encoding: 'base64' },
  },
  {
    kind: 'sm4.decrypt',
    title: { zh: 'SM4 解密', en: 'Decrypt by SM4' },
    clause,
    when: encrypted,
    options: { from: 'ciphertextBytes', to: 'plaintextBytes', ...sm4 },
  },
  {
    kind: 'charset.decode',
    title: { zh: '明文文本', en: 'Text of the plaintext' },
    clause,
    when: encrypted,
    options: { from: 'plaintextBytes', to: 'plaintext', charset: 'UTF-8' },
  },
  {
    kind: 'body.restore',
    title: { zh: '报文体明文', en: 'Body in clear' },
    clause,
    when: encrypted,
    options: { body: 'bodyReceived', parts: 'plaintext', to: 'body', select: 'body' },
  },
  {
    kind: 'body.clear',
    title: { zh: '报文体（明文接收）', en: 'Body in clear' },
    clause: '6',
    when: [clear, token],
    options: { from: 'bodyReceived', to: 'body', style: 'compact' },
  },
];

const envelope = { headerAt: 'header', bodyAt: 'body', names: 'asIs' };
const flat = { headerAt: '', bodyAt: '', names: 'asIs' };
const answer = { headerAt: '', bodyAt: 'data', names: 'asIs' };
const write = { zh: '报文', en: 'Message' };
const read = { zh: '读入报文', en: 'Read the message' };

export const requestSteps: StepsOfMessage = {
  outward: [
    {
      kind: 'nonce.draw',
      title: { zh: '请求编号', en: 'Request id' },
      clause: '6',
      when: service,
      options: { field: 'requestId', length: 24, to: 'nonce' },
    },
    {
      kind: 'header.fill',
      title: { zh: '报文头填写', en: 'Fill the header' },
      clause: '6',
      options: { to: 'header', nonceField: 'requestId', secrets: ['appSecret'] },
    },
    {
      kind: 'json.read',
      title: { zh: '读入报文体', en: 'Read the body' },
      clause: '6',
      options: { from: 'composed', to: 'body' },
    },
    ...encryptSteps({}),
    ...signSteps,
    {
      kind: 'field.place',
      title: { zh: '放入签名', en: 'Place the signature' },
      clause,
      when: signed,
      options: { from: 'signature', field: 'sign', to: 'header' },
    },
    {
      kind: 'envelope.write',
      title: write,
      clause: '9.2',
      when: token,
      options: { header: 'header', body: 'bodySent', to: 'message', ...flat },
    },
    {
      kind: 'envelope.write',
      title: write,
      clause: '6',
      when: service,
      options: { header: 'header', body: 'bodySent', to: 'message', ...envelope },
    },
  ],
  inward: [
    {
      kind: 'envelope.read',
      title: read,
      clause: '9.2',
      when: token,
      options: { from: 'received', header: 'header', body: 'bodyReceived', ...flat },
    },
    {
      kind: 'envelope.read',
      title: read,
      clause: '6',
      when: service,
      options: { from: 'received', header: 'header', body: 'bodyReceived', ...envelope },
    },
    {
      kind: 'header.check',
      title: { zh: '核对报文头', en: 'Check the header' },
      clause: '6',
      options: { header: 'header' },
    },
    ...signSteps,
    {
      kind: 'compare',
      title: { zh: '验签', en: 'Verify the signature' },
      clause,
      when: signed,
      options: { expected: 'signature', header: 'header', field: 'sign', to: 'signatureReceived' },
    },
    ...decryptSteps({}),
  ],
};

export const responseSteps: StepsOfMessage = {
  outward: [
    {
      kind: 'header.fill',
      title: { zh: '填写应答', en: 'Fill the answer' },
      clause: '6',
      options: { to: 'header', nonceField: '' },
    },
    {
      kind: 'json.read',
      title: { zh: '读入应答内容', en: 'Read the content' },
      clause: '6',
      options: { from: 'composed', to: 'body' },
    },
    ...encryptSteps({ ...clearOnFailure, clearTo: 'bodySent' }),
    {
      kind: 'envelope.write',
      title: write,
      clause: '6',
      options: { header: 'header', body: 'bodySent', to: 'message', ...answer },
    },
  ],
  inward: [
    {
      kind: 'envelope.read',
      title: read,
      clause: '6',
      options: { from: 'received', header: 'header', body: 'bodyReceived', ...answer, bodyMayBeMissing: true },
    },
    {
      kind: 'header.check',
      title: { zh: '核对应答', en: 'Check the answer' },
      clause: '附录 A',
      options: { header: 'header' },
    },
    ...decryptSteps({ ...clearOnFailure, ...blocks }),
    {
      kind: 'page.check',
      title: { zh: '核对条数与页数', en: 'Check counts and pages' },
      clause: '附录 B.2',
      when: service,
      options: { body: 'body', batchClause: '附录 B.2', pageClause: '附录 B.2' },
    },
  ],
};
