import type { Condition } from '../../profile/condition.ts';
import type { MessageKind, StepSpecification, StepsOfMessage } from '../../profile/profile.ts';

const security = '7.1.1.1';
const signatureClause = '7.1.1.2';
const digests = ['SM3', 'MD5', 'SHA-256'];

/** Order of Table 2, with the time under both of its names, for the order `firstLetterThenTable`. */
const tableOrder = [
  'serviceCode',
  'appCode',
  'serviceAreaCode',
  'serviceReqId',
  'serviceReqTime',
  'timestamp',
  'serviceResId',
  'serviceResTime',
  'commStatus',
  'busiStatus',
  'msg',
];

/** Row 16: an answer in clear carries the provider's SM2 signature over its body, whatever requests are signed with. */
const clearSigned = { cipher: ['SM2'], responseCipher: ['clearSigned'] };

/** When a message of this kind is signed like a request, possibly narrowed to some digests. */
function signedWhen(message: MessageKind, narrowed: Readonly<Record<string, readonly string[]>> = {}): Condition {
  const digest = narrowed['digest'] ?? [...digests, 'HMAC-SM3', 'SM2'];
  if (message === 'request') return { ...narrowed, digest };
  return [
    { ...narrowed, digest, responseSigned: ['true'], cipher: ['SM4', 'none'] },
    {
      ...narrowed,
      digest,
      responseSigned: ['true'],
      cipher: ['SM2'],
      responseCipher: ['callerPublicKey', 'sm4', 'sharedKeyPair'],
    },
  ];
}

/** When the body of this kind of message is encrypted by SM4, and when by SM2 with which of the two key pairs. */
function sm4When(message: MessageKind): Condition {
  return message === 'request'
    ? { cipher: ['SM4'] }
    : [{ cipher: ['SM4'] }, { cipher: ['SM2'], responseCipher: ['sm4'] }];
}

interface Sm2Use {
  readonly when: Condition;
  readonly publicKey: string;
  readonly privateKey: string;
}

function sm2Uses(message: MessageKind): readonly Sm2Use[] {
  const provider = { publicKey: 'providerPublicKey', privateKey: 'providerPrivateKey' };
  if (message === 'request') return [{ when: { cipher: ['SM2'] }, ...provider }];
  return [
    {
      when: { cipher: ['SM2'], responseCipher: ['callerPublicKey'] },
      publicKey: 'callerPublicKey',
      privateKey: 'callerPrivateKey',
    },
    { when: { cipher: ['SM2'], responseCipher: ['sharedKeyPair'] }, ...provider },
  ];
}

function encryptedWhen(message: MessageKind): Condition {
  return message === 'request'
    ? { cipher: ['SM4', 'SM2'] }
    : [{ cipher: ['SM4'] }, { cipher: ['SM2'], responseCipher: ['callerPublicKey', 'sm4', 'sharedKeyPair'] }];
}

function clearWhen(message: MessageKind): Condition {
  return message === 'request' ? { cipher: ['none'] } : [{ cipher: ['none'] }, clearSigned];
}

const sm4Options = {
  key: 'sm4Key',
  reading: { convention: 'sm4Key' },
  mode: { convention: 'sm4Mode' },
  iv: { convention: 'sm4Iv' },
  padding: { convention: 'sm4Padding' },
};

const sm2Options = {
  order: { convention: 'sm2Order' },
  form: { convention: 'sm2Form' },
  prefix04: { convention: 'sm2Prefix04' },
};

const select = { convention: 'plaintext' };

function encodingSteps(message: MessageKind, direction: 'outward' | 'inward'): readonly StepSpecification[] {
  const outward = direction === 'outward';
  const slots = outward ? { from: 'ciphertextBytes', to: 'ciphertext' } : { from: 'ciphertext', to: 'ciphertextBytes' };
  const kind = outward ? 'text.encode' : 'text.decode';
  const title = outward
    ? { zh: '密文编码', en: 'Encode the ciphertext' }
    : { zh: '密文解码', en: 'Decode the ciphertext' };
  return [
    {
      kind,
      title,
      clause: security,
      when: sm4When(message),
      options: { ...slots, encoding: { convention: 'sm4Encoding' } },
    },
    ...sm2Uses(message).map(({ when }) => ({
      kind,
      title,
      clause: security,
      when,
      options: { ...slots, encoding: { convention: 'sm2Encoding' } },
    })),
  ];
}

function encryptSteps(message: MessageKind): readonly StepSpecification[] {
  return [
    {
      kind: 'json.write',
      title: { zh: '报文体明文', en: 'Plaintext of the body' },
      clause: security,
      when: encryptedWhen(message),
      options: { from: 'body', to: 'plaintext', select, style: { convention: 'json' } },
    },
    {
      kind: 'charset.encode',
      title: { zh: '明文字节', en: 'Bytes of the plaintext' },
      clause: '5.2',
      when: encryptedWhen(message),
      options: { from: 'plaintext', to: 'plaintextBytes', charset: { convention: 'bodyCharset' } },
    },
    {
      kind: 'sm4.encrypt',
      title: { zh: 'SM4 加密', en: 'Encrypt by SM4' },
      clause: security,
      when: sm4When(message),
      options: { from: 'plaintextBytes', to: 'ciphertextBytes', ...sm4Options },
    },
    ...sm2Uses(message).map(({ when, publicKey }) => ({
      kind: 'sm2.encrypt',
      title: { zh: 'SM2 加密', en: 'Encrypt by SM2' },
      clause: security,
      when,
      options: { from: 'plaintextBytes', to: 'ciphertextBytes', key: publicKey, ...sm2Options },
    })),
    ...encodingSteps(message, 'outward'),
    {
      kind: 'body.place',
      title: { zh: '密文放入报文体', en: 'Put the ciphertext into the body' },
      clause: security,
      when: encryptedWhen(message),
      options: { body: 'body', parts: 'ciphertext', to: 'bodySent', select },
    },
    {
      kind: 'body.clear',
      title: { zh: '报文体（明文发送）', en: 'Body in clear' },
      clause: '7.2',
      when: clearWhen(message),
      options: { from: 'body', to: 'bodySent', style: { convention: 'json' } },
    },
  ];
}

function decryptSteps(message: MessageKind): readonly StepSpecification[] {
  const clear = message === 'response' ? { statusField: 'commStatus', encryptedWhen: '00' } : {};
  return [
    {
      kind: 'body.take',
      title: { zh: '取出密文', en: 'Take the ciphertext' },
      clause: security,
      when: encryptedWhen(message),
      options: { from: 'bodyReceived', to: 'ciphertext', clearTo: 'body', select, ...clear },
    },
    ...encodingSteps(message, 'inward'),
    {
      kind: 'sm4.decrypt',
      title: { zh: 'SM4 解密', en: 'Decrypt by SM4' },
      clause: security,
      when: sm4When(message),
      options: { from: 'ciphertextBytes', to: 'plaintextBytes', ...sm4Options },
    },
    ...sm2Uses(message).map(({ when, privateKey }) => ({
      kind: 'sm2.decrypt',
      title: { zh: 'SM2 解密', en: 'Decrypt by SM2' },
      clause: security,
      when,
      options: { from: 'ciphertextBytes', to: 'plaintextBytes', key: privateKey, ...sm2Options },
    })),
    {
      kind: 'charset.decode',
      title: { zh: '明文文本', en: 'Text of the plaintext' },
      clause: '5.2',
      when: encryptedWhen(message),
      options: { from: 'plaintextBytes', to: 'plaintext', charset: { convention: 'bodyCharset' } },
    },
    {
      kind: 'body.restore',
      title: { zh: '报文体明文', en: 'Body in clear' },
      clause: security,
      when: encryptedWhen(message),
      options: { body: 'bodyReceived', parts: 'plaintext', to: 'body', select },
    },
    {
      kind: 'body.clear',
      title: { zh: '报文体（明文接收）', en: 'Body in clear' },
      clause: '7.2',
      when: clearWhen(message),
      options: { from: 'bodyReceived', to: 'body', style: 'compact' },
    },
    {
      kind: 'page.check',
      title: { zh: '核对条数与页数', en: 'Check counts and pages' },
      clause: '6.2.2',
      options: { body: 'body', batchClause: '6.2.2.3', pageClause: '6.2.2.2.2' },
    },
  ];
}

/** From header (and body as sent) to the bytes that are digested or signed; alike for making and for checking. */
function stringSteps(
  message: MessageKind,
  { header, body }: { header: string; body: string },
): readonly StepSpecification[] {
  const string = {
    header,
    body,
    to: 'stringToSign',
    tableOrder,
    sameField: ['serviceReqTime', 'timestamp'],
    signedAs: { convention: 'timeSigned' },
    signatureField: 'signature',
    nonceField: 'nonce',
    nonceCarrier: { convention: 'nonce' },
    nonceSigned: { convention: 'nonceSigned' },
    order: { convention: 'order' },
    signature: { convention: 'signatureInString' },
    emptyValues: { convention: 'emptyValues' },
    urlEncode: { convention: 'urlEncode' },
    charset: { convention: 'signCharset' },
  };
  const title = { zh: '待签名串', en: 'String to sign' };
  const bytesTitle = { zh: '待签名字节', en: 'Bytes to sign' };
  const bytes = { to: 'bytesToSign', charset: { convention: 'signCharset' } };
  const withSecret = signedWhen(message, { digest: digests, secret: ['&key=', 'suffix', 'prefix'] });
  return [
    {
      kind: 'sign.string',
      title,
      clause: signatureClause,
      when: signedWhen(message),
      options: { ...string, scope: { convention: 'scope' } },
    },
    ...(message === 'response'
      ? [{ kind: 'sign.string', title, clause: security, when: clearSigned, options: { ...string, scope: 'body' } }]
      : []),
    {
      kind: 'sign.secret',
      title: { zh: '加入共享秘密', en: 'Add the secret' },
      clause: signatureClause,
      when: withSecret,
      options: { from: 'stringToSign', to: 'stringWithSecret', key: 'secret', placement: { convention: 'secret' } },
    },
    {
      kind: 'charset.encode',
      title: bytesTitle,
      clause: '5.2',
      when: withSecret,
      options: { ...bytes, from: 'stringWithSecret' },
    },
    {
      kind: 'charset.encode',
      title: bytesTitle,
      clause: '5.2',
      when: withoutSecret(message),
      options: { ...bytes, from: 'stringToSign' },
    },
  ];
}

function withoutSecret(message: MessageKind): Condition {
  return [
    signedWhen(message, { digest: digests, secret: ['none'] }),
    signedWhen(message, { digest: ['HMAC-SM3', 'SM2'] }),
    ...(message === 'response' ? [clearSigned] : []),
  ].flat();
}

function digestSteps(message: MessageKind): readonly StepSpecification[] {
  return [
    {
      kind: 'digest',
      title: { zh: '杂凑', en: 'Digest' },
      clause: signatureClause,
      when: signedWhen(message, { digest: digests }),
      options: { from: 'bytesToSign', to: 'signatureBytes', algorithm: { convention: 'digest' } },
    },
    {
      kind: 'hmac.sm3',
      title: { zh: 'HMAC-SM3', en: 'HMAC-SM3' },
      clause: signatureClause,
      when: signedWhen(message, { digest: ['HMAC-SM3'] }),
      options: { from: 'bytesToSign', to: 'signatureBytes', key: 'secret' },
    },
  ];
}

const sm2Signature = { form: { convention: 'sm2SignatureForm' }, userId: { convention: 'sm2UserId' } };
const signatureEncoding = { convention: 'signatureEncoding' };

/** When an SM2 signature is made or checked for this kind of message. */
function sm2SignedWhen(message: MessageKind): Condition {
  return [signedWhen(message, { digest: ['SM2'] }), ...(message === 'response' ? [clearSigned] : [])].flat();
}

function signSteps(message: MessageKind): readonly StepSpecification[] {
  return [
    ...stringSteps(message, { header: 'header', body: 'bodySent' }),
    ...digestSteps(message),
    {
      kind: 'sm2.sign',
      title: { zh: 'SM2 签名', en: 'SM2 signature' },
      clause: signatureClause,
      when: sm2SignedWhen(message),
      options: {
        from: 'bytesToSign',
        to: 'signatureBytes',
        key: message === 'request' ? 'callerPrivateKey' : 'providerPrivateKey',
        ...sm2Signature,
      },
    },
    {
      kind: 'text.encode',
      title: { zh: '签名', en: 'Signature' },
      clause: signatureClause,
      when: anySignature(message),
      options: { from: 'signatureBytes', to: 'signature', encoding: signatureEncoding },
    },
  ];
}

function verifySteps(message: MessageKind): readonly StepSpecification[] {
  const title = { zh: '验签', en: 'Verify the signature' };
  return [
    ...stringSteps(message, { header: 'header', body: 'bodyReceived' }),
    ...digestSteps(message),
    {
      kind: 'text.encode',
      title: { zh: '应有的签名', en: 'Expected signature' },
      clause: signatureClause,
      when: signedWhen(message, { digest: [...digests, 'HMAC-SM3'] }),
      options: { from: 'signatureBytes', to: 'signature', encoding: signatureEncoding },
    },
    {
      kind: 'compare',
      title,
      clause: signatureClause,
      when: signedWhen(message, { digest: [...digests, 'HMAC-SM3'] }),
      options: { expected: 'signature', header: 'header', field: 'signature', to: 'signatureReceived' },
    },
    {
      kind: 'sm2.verify',
      title,
      clause: signatureClause,
      when: sm2SignedWhen(message),
      options: {
        from: 'bytesToSign',
        header: 'header',
        field: 'signature',
        to: 'signatureReceived',
        key: message === 'request' ? 'callerPublicKey' : 'providerPublicKey',
        encoding: signatureEncoding,
        ...sm2Signature,
      },
    },
  ];
}

function anySignature(message: MessageKind): Condition {
  return [signedWhen(message), ...(message === 'response' ? [clearSigned] : [])].flat();
}

function nonceWhen(message: MessageKind): Condition {
  return [signedWhen(message, { nonce: ['header', 'http:nonce', 'http:X-Nonce'] })].flat();
}

function assembleSteps(message: MessageKind): readonly StepSpecification[] {
  const options = {
    header: 'header',
    body: 'bodySent',
    signature: 'signature',
    signatureField: 'signature',
    nonceField: 'nonce',
    nonceCarrier: { convention: 'nonce' },
    to: 'message',
    httpHeadersTo: 'httpHeaders',
  };
  const title = { zh: '报文', en: 'Message' };
  const clause = '6.2.1.1';
  return [
    {
      kind: 'size.check',
      title: { zh: '核对报文体长度', en: 'Check the length of the body' },
      clause: message === 'request' ? '6.2.1.2.3' : '6.2.1.3.3',
      options: { body: 'bodySent', atMostBytes: 102_400 },
    },
    { kind: 'message.write', title, clause, when: anySignature(message), options: { ...options, signed: true } },
    { kind: 'message.write', title, clause, when: unsigned(message), options: { ...options, signed: false } },
  ];
}

function unsigned(message: MessageKind): Condition {
  if (message === 'request') return { digest: ['none'] };
  const notClearSigned = [
    { cipher: ['SM4', 'none'] },
    { cipher: ['SM2'], responseCipher: ['callerPublicKey', 'sm4', 'sharedKeyPair'] },
  ];
  return notClearSigned.flatMap((encryption) => [
    { ...encryption, digest: ['none'] },
    { ...encryption, responseSigned: ['false'] },
  ]);
}

/** Outward and inward steps of one kind of message (7.1.1: sign the header, encrypt the body). */
export function stepsOf(message: MessageKind): StepsOfMessage {
  return {
    outward: [
      {
        kind: 'nonce.draw',
        title: { zh: '随机数', en: 'Nonce' },
        clause: signatureClause,
        when: nonceWhen(message),
        options: { field: 'nonce', length: 24, to: 'nonce' },
      },
      {
        kind: 'header.fill',
        title: { zh: '报文头填写', en: 'Fill the header' },
        clause: message === 'request' ? '6.2.1.2.1' : '6.2.1.3.1',
        options: { to: 'header', nonceField: 'nonce' },
      },
      {
        kind: 'json.read',
        title: { zh: '读入报文体', en: 'Read the body' },
        clause: '5.2',
        options: { from: 'composed', to: 'body' },
      },
      ...encryptSteps(message),
      ...signSteps(message),
      ...assembleSteps(message),
    ],
    inward: [
      {
        kind: 'message.read',
        title: { zh: '读入报文', en: 'Read the message' },
        clause: '6.2.1.1',
        options: { from: 'received', header: 'header', body: 'bodyReceived' },
      },
      {
        kind: 'header.check',
        title: { zh: '核对报文头', en: 'Check the header' },
        clause: message === 'request' ? '6.2.1.2.3' : '6.2.1.3.3',
        options: { header: 'header' },
      },
      {
        kind: 'size.check',
        title: { zh: '核对报文体长度', en: 'Check the length of the body' },
        clause: message === 'request' ? '6.2.1.2.3' : '6.2.1.3.3',
        options: { body: 'bodyReceived', atMostBytes: 102_400 },
      },
      {
        kind: 'nonce.take',
        title: { zh: '取随机数', en: 'Find the nonce' },
        clause: signatureClause,
        when: nonceWhen(message),
        options: { field: 'nonce', header: 'header', carrier: { convention: 'nonce' }, to: 'nonce' },
      },
      ...verifySteps(message),
      ...decryptSteps(message),
    ],
  };
}
