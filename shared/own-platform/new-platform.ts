import type { OwnPlatformContent } from './own-platform.ts';

/**
 * A platform of one's own to begin with: JSON of `header` and `body`, signed by HMAC-SM3 over its sorted fields, one
 * interface. It passes its check and runs in the simulator; everything in it is there to be changed.
 */
export function newPlatform(title: string): OwnPlatformContent {
  return {
    format: 1,
    title,
    transport: { method: 'POST', contentType: 'application/json; charset=utf-8', timeoutMilliseconds: 30_000 },
    header: [
      field('appId', ['应用标识', 'application id'], { rule: 'environment' }),
      field('interfaceCode', ['接口编码', 'interface code'], { rule: 'interface' }),
      field('timestamp', ['时间', 'time'], { rule: 'clock', format: 'yyyyMMddHHmmss' }),
      { ...field('nonce', ['随机数', 'nonce'], { rule: 'nonce', length: 24 }), length: { exactly: 24 } },
      field('sign', ['签名', 'signature'], { rule: 'signature' }),
      { ...field('code', ['返回码', 'code'], { rule: 'byHand' }), presence: { response: 'required' } },
      { ...field('message', ['说明', 'message'], { rule: 'byHand' }), presence: { response: 'optional' } },
    ],
    keySlots: [
      {
        name: 'secret',
        title: { zh: '签名密钥', en: 'signing secret' },
        algorithm: 'text',
        holder: 'both',
        neededWhen: {},
      },
    ],
    conventions: [
      {
        name: 'order',
        title: { zh: '待签名字段的次序', en: 'order of the signed fields' },
        values: [
          { value: 'bytes', title: { zh: '按字节', en: 'by bytes' } },
          { value: 'ignoreCase', title: { zh: '不分大小写', en: 'ignoring case' } },
          { value: 'asSent', title: { zh: '按报文中的次序', en: 'as sent' } },
        ],
        group: 'signature',
      },
    ],
    steps: {
      request: {
        outward: [
          step('nonce.draw', ['随机数', 'Nonce'], { field: 'nonce', length: 24, to: 'nonce' }),
          step('header.fill', ['填写报文头', 'Fill the header'], { to: 'header', nonceField: 'nonce' }),
          step('json.read', ['读入报文体', 'Read the body'], { from: 'composed', to: 'body' }),
          ...signing,
          step('field.place', ['放入签名', 'Place the signature'], { from: 'signature', field: 'sign', to: 'header' }),
          step('body.clear', ['报文体', 'Body'], { from: 'body', to: 'bodySent', style: 'compact' }),
          step('envelope.write', ['报文', 'Message'], {
            header: 'header',
            body: 'bodySent',
            to: 'message',
            ...envelope,
          }),
        ],
        inward: [
          ...reading,
          ...signing,
          step('compare', ['验签', 'Verify'], {
            expected: 'signature',
            header: 'header',
            field: 'sign',
            to: 'verified',
          }),
        ],
      },
      response: {
        outward: [
          step('header.fill', ['填写报文头', 'Fill the header'], { to: 'header', nonceField: '' }),
          step('json.read', ['读入报文体', 'Read the body'], { from: 'composed', to: 'body' }),
          step('body.clear', ['报文体', 'Body'], { from: 'body', to: 'bodySent', style: 'compact' }),
          step('envelope.write', ['报文', 'Message'], {
            header: 'header',
            body: 'bodySent',
            to: 'message',
            ...envelope,
          }),
        ],
        inward: reading,
      },
    },
    interfaces: [
      {
        id: 'query',
        title: { zh: '查询', en: 'query' },
        header: { interfaceCode: 'QUERY01' },
        requestSchema: { type: 'object', properties: { name: { type: 'string' } }, required: ['name'] },
        responseSchema: { type: 'object' },
        samples: [{ title: { zh: '示例', en: 'Example' }, body: '{"name":"示例"}', answer: '{"result":"示例"}' }],
      },
    ],
    statuses: {
      field: 'code',
      success: '0',
      words: ['message'],
      codes: [
        { code: '0', meaning: { zh: '成功', en: 'success' } },
        { code: '1', meaning: { zh: '失败', en: 'failure' } },
      ],
    },
  };
}

const envelope = { headerAt: 'header', bodyAt: 'body', names: 'asIs' };

const reading = [
  step('envelope.read', ['读入报文', 'Read the message'], {
    from: 'received',
    header: 'header',
    body: 'bodyReceived',
    ...envelope,
  }),
  step('header.check', ['检查报文头', 'Check the header'], { header: 'header' }),
  step('body.clear', ['报文体', 'Body'], { from: 'bodyReceived', to: 'body', style: 'compact' }),
];

const signing = [
  step('sign.string', ['待签名串', 'String to sign'], {
    header: 'header',
    body: 'body',
    to: 'stringToSign',
    scope: 'headerAndBodyAppended',
    order: { convention: 'order' },
    tableOrder: [],
    sameField: [],
    signedAs: '',
    signatureField: 'sign',
    nonceField: 'nonce',
    nonceCarrier: 'header',
    nonceSigned: true,
    signature: 'leftOut',
    emptyValues: 'skip',
    urlEncode: false,
    charset: 'UTF-8',
  }),
  step('charset.encode', ['待签名字节', 'Bytes to sign'], {
    from: 'stringToSign',
    to: 'bytesToSign',
    charset: 'UTF-8',
  }),
  step('hmac.sm3', ['HMAC-SM3', 'HMAC-SM3'], { from: 'bytesToSign', to: 'signatureBytes', key: 'secret' }),
  step('text.encode', ['签名', 'Signature'], { from: 'signatureBytes', to: 'signature', encoding: 'hex' }),
];

function field(name: string, [zh, en]: readonly [string, string], rule: OwnPlatformContent) {
  return { name, title: { zh, en }, presence: { request: 'required' }, rule };
}

function step(kind: string, [zh, en]: readonly [string, string], options: OwnPlatformContent) {
  return { kind, title: { zh, en }, options };
}
