import type { Convention } from '../../profile/profile.ts';

export const conventions = [
  {
    name: 'time',
    title: { zh: '请求时间的写法', en: 'Form of the time' },
    values: [
      { value: 'yyyyMMddHHmmss', title: { zh: 'yyyyMMddHHmmss', en: 'yyyyMMddHHmmss' } },
      { value: 'milliseconds', title: { zh: '毫秒数', en: 'milliseconds' } },
    ],
    group: 'signature',
    clause: '附录 A',
    mark: 'F',
    note: {
      zh: '同一身份认证产品的写法；标准正文没有取得。',
      en: 'As the same identity product has it; the text is not at hand.',
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
    group: 'response',
    clause: '附录 A',
    mark: 'F',
    note: {
      zh: '三种写法在同一产品的实现里都见过。',
      en: 'All three were seen in implementations of the same product.',
    },
  },
  {
    name: 'algorithm',
    title: { zh: '证件号码核验的算法', en: 'Cipher of the identity check' },
    values: [
      { value: 'AES', title: { zh: 'AES-128', en: 'AES-128' } },
      { value: 'DESede', title: { zh: 'DESede', en: 'DESede' } },
    ],
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
    group: 'encryption',
    clause: '附录 C',
    mark: 'P',
    note: {
      zh: '公开客户端的两把密钥各是 16 字节的 Base64。',
      en: 'Public clients have two keys, each Base64 of 16 bytes.',
    },
  },
] as const satisfies readonly Convention[];
