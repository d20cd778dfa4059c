import type { StepSpecification, StepsOfMessage } from '../../profile/profile.ts';
import { services } from './interface-ids.ts';
import { statuses } from './statuses.ts';

const clause = '6.1';
const service = { interface: services };
const file = { interface: ['file'] };
const encrypted = { interface: services, cipher: ['SM4'] };
const clear = { interface: services, cipher: ['none'] };
const sm4 = { key: 'sm4Key', reading: { convention: 'sm4Key' }, mode: 'ECB', iv: 'zero', padding: 'pkcs7' };
const names = { convention: 'names' };
const read = { zh: '读入报文', en: 'Read the message' };

/** Where the credentials and the parameters stand: every combination that a request may have. */
const places = [
  { credentials: ['flat', 'http'], headerAt: '' },
  { credentials: ['head'], headerAt: 'head' },
].flatMap(({ credentials, headerAt }) =>
  (['data', 'flat'] as const).map((bodyPlace) => ({
    when: { interface: services, credentials, bodyPlace: [bodyPlace] },
    place: { headerAt, bodyAt: bodyPlace === 'data' ? 'data' : '' },
  })),
);

/** Failures are in clear: the keys may be what is wrong. */
const clearOnFailure = { statusField: statuses.field, encryptedWhen: statuses.success };
/** Tells a ciphertext from a sentence where parameters may be in clear. */
const blocks = { encoding: 'base64', blockBytes: 16 };

const encryptSteps = (mayBeClear: StepSpecification['options']): readonly StepSpecification[] => [
  {
    kind: 'json.write',
    title: { zh: '明文', en: 'Plaintext' },
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
    title: { zh: '业务参数（密文）', en: 'Parameters (ciphertext)' },
    clause,
    when: encrypted,
    options: { body: 'body', parts: 'ciphertext', to: 'bodySent', select: 'body' },
  },
  {
    kind: 'body.clear',
    title: { zh: '业务参数', en: 'Parameters' },
    clause,
    when: clear,
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
    title: { zh: '明文', en: 'In clear' },
    clause,
    when: encrypted,
    options: { body: 'bodyReceived', parts: 'plaintext', to: 'body', select: 'body' },
  },
  {
    kind: 'body.clear',
    title: { zh: '明文', en: 'In clear' },
    clause,
    when: clear,
    options: { from: 'bodyReceived', to: 'body', style: 'compact' },
  },
];

export const requestSteps: StepsOfMessage = {
  outward: [
    {
      kind: 'header.fill',
      title: { zh: '填写参数', en: 'Fill the parameters' },
      clause: '6.2',
      options: { to: 'header', nonceField: '', secrets: ['accessToken'] },
    },
    {
      kind: 'json.read',
      title: { zh: '读入业务参数', en: 'Read the parameters' },
      clause,
      options: { from: 'composed', to: 'body' },
    },
    ...encryptSteps({}),
    ...places.map(({ when, place }): StepSpecification => ({
      kind: 'envelope.write',
      title: { zh: '报文', en: 'Message' },
      clause,
      when,
      options: { header: 'header', body: 'bodySent', to: 'message', names, ...place },
    })),
    {
      kind: 'message.none',
      title: { zh: '没有报文体（GET）', en: 'No body (GET)' },
      clause: '6.3',
      when: file,
      options: { to: 'message' },
    },
  ],
  inward: [
    ...places.map(({ when, place }): StepSpecification => ({
      kind: 'envelope.read',
      title: read,
      clause,
      when,
      options: { from: 'received', header: 'header', body: 'bodyReceived', names, ...place },
    })),
    ...decryptSteps({}),
    {
      kind: 'body.none',
      title: { zh: '没有报文体（GET）', en: 'No body (GET)' },
      clause: '6.3',
      when: file,
      options: { to: 'body' },
    },
  ],
};

const answer = { headerAt: 'head', bodyAt: 'data', names };

export const responseSteps: StepsOfMessage = {
  outward: [
    {
      kind: 'header.fill',
      title: { zh: '填写应答头', en: 'Fill the answer' },
      clause: '6.3.2',
      options: { to: 'header', nonceField: '' },
    },
    {
      kind: 'json.read',
      title: { zh: '读入应答内容', en: 'Read the content' },
      clause: '6.3.2',
      options: { from: 'composed', to: 'body' },
    },
    ...encryptSteps({ ...clearOnFailure, clearTo: 'bodySent' }),
    {
      kind: 'envelope.write',
      title: { zh: '报文', en: 'Message' },
      clause: '6.3.2',
      when: service,
      options: { header: 'header', body: 'bodySent', to: 'message', ...answer },
    },
    {
      kind: 'message.none',
      title: { zh: '文件', en: 'File' },
      clause: '6.3',
      when: file,
      options: { to: 'message' },
    },
  ],
  inward: [
    {
      kind: 'envelope.read',
      title: read,
      clause: '6.3.2',
      when: service,
      options: { from: 'received', header: 'header', body: 'bodyReceived', ...answer, bodyMayBeMissing: true },
    },
    {
      kind: 'header.check',
      title: { zh: '核对应答', en: 'Check the answer' },
      clause: '6.3.2',
      when: service,
      options: { header: 'header' },
    },
    ...decryptSteps({ ...clearOnFailure, ...blocks }),
    {
      kind: 'page.read',
      title: { zh: '读入文件', en: 'Read the file' },
      clause: '6.3',
      when: file,
      options: {
        from: 'received',
        header: 'header',
        body: 'body',
        field: 'page',
        value: 'file',
        refused: 'refused',
        as: 'base64',
      },
    },
  ],
};
