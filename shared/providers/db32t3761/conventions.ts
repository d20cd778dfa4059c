import type { Convention } from '../../profile/profile.ts';

const token = { interface: ['token'] };
const identity = { interface: ['identity'] };

export const conventions = [
  {
    name: 'time',
    title: { zh: '请求时间的写法', en: 'Form of the time' },
    values: [
      { value: 'yyyyMMddHHmmss', title: { zh: 'yyyyMMddHHmmss', en: 'yyyyMMddHHmmss' } },
      { value: 'milliseconds', title: { zh: '毫秒数', en: 'milliseconds' } },
    ],
    when: token,
    group: 'signature',
    clause: '附录 A',
    mark: 'F',
    note: {
      zh: '同一身份认证产品用 yyyyMMddHHmmss；毫秒数是假定的另一种，签名里的时间同形。',
      en: 'The same identity product has yyyyMMddHHmmss; milliseconds are assumed as the other form. The signature has it in the same form.',
    },
  },
  {
    name: 'signatureEncoding',
    title: { zh: 'sign 的大小写', en: 'Letter case of sign' },
    values: [
      { value: 'hex', title: { zh: '小写十六进制', en: 'lower hex' } },
      { value: 'HEX', title: { zh: '大写十六进制', en: 'upper hex' } },
    ],
    when: token,
    group: 'signature',
    clause: '附录 A',
    mark: 'F',
    note: {
      zh: '同一产品用小写；标准没有写明，大写是假定的另一种。',
      en: 'The same product has lower hex; the standard is silent and upper hex is assumed as the other form.',
    },
  },
  {
    name: 'tokenData',
    title: { zh: '令牌答复的 data', en: 'data in the answer with the token' },
    values: [
      { value: 'object', title: { zh: 'JSON 对象', en: 'a JSON object' } },
      { value: 'json', title: { zh: 'JSON 字符串', en: 'a string of JSON' } },
      {
        value: 'encrypted',
        title: { zh: 'AES-ECB 密文（十六进制，密钥 appword）', en: 'AES-ECB in hex under appword' },
      },
    ],
    when: token,
    group: 'response',
    clause: '附录 A',
    mark: 'F',
    note: {
      zh: '附录 A 有 data.token 与 data.uuid（S）；有的系统把 data 写成文本，有的用 appword 加密，依同一产品的实现。',
      en: 'Annex A has data.token and data.uuid (S); that some have data as text or encrypted under appword is that of implementations of the same product.',
    },
  },
  {
    name: 'appwordReading',
    title: { zh: 'appword 作密钥时的读法', en: 'How appword is read as a key' },
    values: [
      { value: 'md5', title: { zh: 'appword 的 MD5', en: 'MD5 of appword' } },
      { value: 'ascii16', title: { zh: '16 个字符', en: '16 characters' } },
      { value: 'hex32', title: { zh: '32 位十六进制', en: '32 hex digits' } },
    ],
    when: { ...token, tokenData: ['encrypted'] },
    group: 'encryption',
    clause: '附录 A',
    mark: 'A',
    note: {
      zh: '没有依据；appword 长短不一，假定取它的 MD5。签名总是用 appword 的原文。',
      en: 'There is no source; as appword may have any length, its MD5 is assumed. The signature always has appword itself.',
    },
  },
  {
    name: 'algorithm',
    title: { zh: '证件号码核验的算法', en: 'Cipher of the identity check' },
    values: [
      { value: 'AES', title: { zh: 'AES-128', en: 'AES-128' } },
      { value: 'DESede', title: { zh: 'DESede', en: 'DESede' } },
    ],
    when: identity,
    group: 'encryption',
    clause: '附录 C',
    mark: 'P',
    note: {
      zh: '公开客户端用 AES；它与标准所说的加密是同一个，这一点是推断（I）。',
      en: 'Public clients take AES; that it is the encryption of the standard is inferred (I).',
    },
  },
  {
    name: 'mode',
    title: { zh: '分组模式', en: 'Block mode' },
    values: [
      { value: 'ECB', title: { zh: 'ECB', en: 'ECB' } },
      { value: 'CBC', title: { zh: 'CBC，初始向量为零', en: 'CBC with a zero IV' } },
    ],
    when: identity,
    group: 'encryption',
    clause: '附录 C',
    mark: 'P',
    note: { zh: '公开客户端用 ECB；ECB 会显出重复的内容。', en: 'Public clients take ECB, which shows patterns.' },
  },
  {
    name: 'keyReading',
    title: { zh: '密钥的读法', en: 'How keys are read' },
    values: [
      { value: 'base64', title: { zh: 'Base64（16 字节）', en: 'Base64 of 16 bytes' } },
      { value: 'ascii16', title: { zh: '16 个字符', en: '16 characters' } },
      { value: 'hex32', title: { zh: '32 位十六进制', en: '32 hex digits' } },
    ],
    when: identity,
    group: 'encryption',
    clause: '附录 C',
    mark: 'P',
    note: {
      zh: '公开客户端的两把密钥各是 16 字节的 Base64。',
      en: 'Public clients have two keys, each Base64 of 16 bytes.',
    },
  },
] as const satisfies readonly Convention[];
