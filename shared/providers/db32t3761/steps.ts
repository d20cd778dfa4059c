import type { StepSpecification, StepsOfMessage } from '../../profile/profile.ts';

const token = { interface: ['token'] };
const page = { interface: ['page'] };
const scan = { interface: ['scan'] };
const identity = { interface: ['identity'] };
const written = { interface: ['token', 'scan', 'identity'] };
const tokenAs = (...forms: readonly string[]) => ({ interface: ['token'], tokenData: forms });

const cipher = {
  algorithm: { convention: 'algorithm' },
  reading: { convention: 'keyReading' },
  mode: { convention: 'mode' },
  iv: 'zero',
  padding: 'pkcs7',
};
/** The word is a key here: its MD5 makes 16 bytes of whatever it is. */
const wordCipher = { algorithm: 'AES', key: 'appword', reading: 'md5', mode: 'ECB', iv: 'zero', padding: 'pkcs7' };
const whole = { headerAt: '', names: 'asIs' };

/** sign = MD5(appmark + appword + time). */
const signSteps: readonly StepSpecification[] = [
  {
    kind: 'sign.join',
    title: { zh: '待签名串', en: 'String to sign' },
    clause: '附录 A',
    when: token,
    options: { header: 'header', before: ['appmark'], key: 'appword', after: ['time'], to: 'stringToSign' },
  },
  {
    kind: 'charset.encode',
    title: { zh: '待签名字节', en: 'Bytes to sign' },
    clause: '附录 A',
    when: token,
    options: { from: 'stringToSign', to: 'bytesToSign', charset: 'UTF-8' },
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
    options: { from: 'signatureBytes', to: 'signature', encoding: 'hex' },
  },
];

const encryptBody = (from: string): readonly StepSpecification[] => [
  {
    kind: 'json.write',
    title: { zh: '明文', en: 'Plaintext' },
    clause: '附录 C',
    when: identity,
    options: { from, to: 'plaintext', select: 'body', style: 'compact' },
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

const decryptBody = (clear: Readonly<Record<string, string>>): readonly StepSpecification[] => [
  {
    kind: 'body.take',
    title: { zh: '取密文', en: 'Take the ciphertext' },
    clause: '附录 C',
    when: identity,
    options: { from: 'bodyReceived', select: 'body', to: 'ciphertext', clearTo: 'body', ...clear },
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
      options: { header: 'header', body: 'body', bodyParameter: 'params', to: 'message' },
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
    ...encryptBody('body'),
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
      options: { from: 'body', to: 'plaintext', select: 'body', style: 'compact' },
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
    ...encryptBody('body'),
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
      options: { header: 'header', body: 'bodySent', to: 'message', ...data },
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
      options: { from: 'received', header: 'header', body: 'body', field: 'page', value: 'html' },
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
      when: written,
      options: { header: 'header' },
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
        statusField: 'retcode',
        encryptedWhen: '000000',
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
    ...decryptBody({ statusField: 'code', encryptedWhen: '200' }),
  ],
};
