import type { Convention } from '../../profile/profile.ts';
import { services } from './interface-ids.ts';

/** A file is fetched by its address alone. */
const service = { interface: services };

export const conventions = [
  {
    name: 'credentials',
    title: { zh: '账户与认证信息放在哪里', en: 'Where the credentials travel' },
    values: [
      { value: 'flat', title: { zh: '报文最外层', en: 'in the message itself' } },
      { value: 'head', title: { zh: 'head 对象里（accessId）', en: 'in an object head (accessId)' } },
      { value: 'http', title: { zh: 'HTTP 头', en: 'as HTTP headers' } },
    ],
    when: service,
    group: 'header',
    clause: '6.2–6.5',
    mark: 'A',
    note: {
      zh: '标准列出参数，没有写明放在哪里；head 是上位标准实现的写法（F）。',
      en: 'The standard lists the parameters and not where they stand; head is that of the parent standard (F).',
    },
  },
  {
    name: 'bodyPlace',
    title: { zh: '业务参数放在哪里', en: 'Where the parameters stand' },
    values: [
      { value: 'data', title: { zh: 'data 对象里', en: 'in an object data' } },
      { value: 'flat', title: { zh: '报文最外层', en: 'in the message itself' } },
    ],
    when: service,
    group: 'body',
    clause: '6.2–6.5',
    mark: 'A',
    note: { zh: '假定：标准没有给出示例报文。', en: 'Assumed: the standard has no example message.' },
  },
  {
    name: 'names',
    title: { zh: '成员名的写法', en: 'Case of names' },
    values: [
      { value: 'asIs', title: { zh: '小写开头（certificateType）', en: 'certificateType' } },
      { value: 'Pascal', title: { zh: '大写开头（CertificateType）', en: 'CertificateType' } },
    ],
    when: service,
    group: 'body',
    clause: '6.5.1',
    mark: 'A',
    note: {
      zh: '英文名是假定；见过大写开头的实现。',
      en: 'English names are assumed; implementations with capitals were seen.',
    },
  },
  {
    name: 'cipher',
    title: { zh: '业务参数加密', en: 'Encryption of the parameters' },
    values: [
      { value: 'none', title: { zh: '不加密', en: 'none' } },
      { value: 'SM4', title: { zh: 'SM4-ECB，Base64', en: 'SM4-ECB in Base64' } },
    ],
    when: service,
    group: 'encryption',
    clause: '6.1',
    mark: 'A',
    note: { zh: '标准没有提到报文加密，缺省不加密。', en: 'The standard has nothing about it; off unless agreed.' },
  },
  {
    name: 'sm4Key',
    title: { zh: 'SM4 密钥的读法', en: 'How the SM4 key is read' },
    values: [
      { value: 'ascii16', title: { zh: '16 个字符', en: '16 characters' } },
      { value: 'hex32', title: { zh: '32 位十六进制', en: '32 hex digits' } },
      { value: 'base64', title: { zh: 'Base64', en: 'Base64' } },
    ],
    when: { ...service, cipher: ['SM4'] },
    group: 'encryption',
    clause: '6.1',
    mark: 'A',
    note: {
      zh: '标准没有提到密钥；16 个字符是同类平台的写法，假定相同。',
      en: 'The standard has nothing about keys; 16 characters, as other platforms have them, are assumed.',
    },
  },
] as const satisfies readonly Convention[];
