import type { Convention } from '../../profile/profile.ts';

const assumed = {
  mark: 'A',
  note: {
    zh: '假定：标准正文未取得，请以对方的说明为准。',
    en: 'Assumed: the text of the standard is not at hand; go by what the other side says.',
  },
} as const;

export const conventions = [
  {
    name: 'tokenCarrier',
    title: { zh: '令牌放在哪里', en: 'Where the token travels' },
    values: [
      { value: 'bearer', title: { zh: 'HTTP 头 Authorization: Bearer', en: 'HTTP header Authorization: Bearer' } },
      { value: 'header', title: { zh: 'HTTP 头 access_token', en: 'HTTP header access_token' } },
      { value: 'query', title: { zh: '查询参数 access_token', en: 'query parameter access_token' } },
    ],
    group: 'header',
    clause: '9.3',
    ...assumed,
  },
  {
    name: 'digest',
    title: { zh: '报文头签名', en: 'Signature of the header' },
    values: [
      { value: 'SM3', title: { zh: 'SM3，按参数名排序', en: 'SM3 of the sorted header' } },
      { value: 'none', title: { zh: '不签名', en: 'none' } },
    ],
    group: 'signature',
    clause: '10',
    ...assumed,
  },
  {
    name: 'cipher',
    title: { zh: '报文体加密', en: 'Encryption of the body' },
    values: [
      { value: 'SM4', title: { zh: 'SM4', en: 'SM4' } },
      { value: 'none', title: { zh: '不加密', en: 'none' } },
    ],
    group: 'encryption',
    clause: '10',
    ...assumed,
  },
  {
    name: 'sm4Key',
    title: { zh: 'SM4 密钥的读法', en: 'How the SM4 key is read' },
    values: [
      { value: 'ascii16', title: { zh: '16 个字符', en: '16 characters' } },
      { value: 'hex32', title: { zh: '32 位十六进制', en: '32 hex digits' } },
      { value: 'base64', title: { zh: 'Base64', en: 'Base64' } },
      { value: 'md5', title: { zh: '口令的 MD5', en: 'MD5 of a phrase' } },
    ],
    when: { cipher: ['SM4'] },
    group: 'encryption',
    clause: '10',
    ...assumed,
  },
  {
    name: 'sm4Mode',
    title: { zh: 'SM4 分组模式', en: 'SM4 block mode' },
    values: [
      { value: 'ECB', title: { zh: 'ECB', en: 'ECB' } },
      { value: 'CBC', title: { zh: 'CBC，随机初始向量在前', en: 'CBC with a random IV in front' } },
    ],
    when: { cipher: ['SM4'] },
    group: 'encryption',
    clause: '10',
    ...assumed,
  },
] as const satisfies readonly Convention[];
