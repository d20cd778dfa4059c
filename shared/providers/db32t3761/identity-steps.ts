import type { StepSpecification } from '../../profile/profile.ts';

export const identity = { interface: ['identity'] };

export const cipher = {
  algorithm: { convention: 'algorithm' },
  reading: { convention: 'keyReading' },
  mode: { convention: 'mode' },
  iv: 'zero',
  padding: 'pkcs7',
};

/** `mayBeClear`: of an answer, which is in clear when it is a failure. */
export const encryptBody = (mayBeClear: StepSpecification['options']): readonly StepSpecification[] => [
  {
    kind: 'json.write',
    title: { zh: '明文', en: 'Plaintext' },
    clause: '附录 C',
    when: identity,
    options: { from: 'body', to: 'plaintext', select: 'body', style: 'compact', ...mayBeClear },
  },
  {
    kind: 'charset.encode',
    title: { zh: '明文字节', en: 'Bytes of the plaintext' },
    clause: '附录 C',
    when: identity,
    options: { from: 'plaintext', to: 'plaintextBytes', charset: 'UTF-8' },
  },
  {
    kind: 'block.encrypt',
    title: { zh: '加密报文体', en: 'Encrypt the body' },
    clause: '附录 C',
    when: identity,
    options: { from: 'plaintextBytes', to: 'ciphertextBytes', key: 'bodyKey', ...cipher },
  },
  {
    kind: 'text.encode',
    title: { zh: '密文编码', en: 'Encode the ciphertext' },
    clause: '附录 C',
    when: identity,
    options: { from: 'ciphertextBytes', to: 'ciphertext', encoding: 'base64' },
  },
];

export const decryptBody = (mayBeClear: StepSpecification['options']): readonly StepSpecification[] => [
  {
    kind: 'body.take',
    title: { zh: '取密文', en: 'Take the ciphertext' },
    clause: '附录 C',
    when: identity,
    options: { from: 'bodyReceived', select: 'body', to: 'ciphertext', clearTo: 'body', ...mayBeClear },
  },
  {
    kind: 'text.decode',
    title: { zh: '密文解码', en: 'Decode the ciphertext' },
    clause: '附录 C',
    when: identity,
    options: { from: 'ciphertext', to: 'ciphertextBytes', encoding: 'base64' },
  },
  {
    kind: 'block.decrypt',
    title: { zh: '解密报文体', en: 'Decrypt the body' },
    clause: '附录 C',
    when: identity,
    options: { from: 'ciphertextBytes', to: 'plaintextBytes', key: 'bodyKey', ...cipher },
  },
  {
    kind: 'charset.decode',
    title: { zh: '明文文本', en: 'Text of the plaintext' },
    clause: '附录 C',
    when: identity,
    options: { from: 'plaintextBytes', to: 'plaintext', charset: 'UTF-8' },
  },
  {
    kind: 'body.restore',
    title: { zh: '报文体明文', en: 'Body in clear' },
    clause: '附录 C',
    when: identity,
    options: { body: 'bodyReceived', parts: 'plaintext', to: 'body', select: 'body' },
  },
];
