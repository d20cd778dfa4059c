import type { Convention } from '../../profile/profile.ts';
import { services } from './interface-ids.ts';

const service = { interface: services };

export const conventions = [
  {
    name: 'tokenCarrier',
    title: { zh: '令牌放在哪里', en: 'Where the token travels' },
    values: [
      { value: 'bearer', title: { zh: 'HTTP 头 Authorization: Bearer', en: 'HTTP header Authorization: Bearer' } },
      { value: 'header', title: { zh: 'HTTP 头 access_token', en: 'HTTP header access_token' } },
      { value: 'query', title: { zh: '查询参数 access_token', en: 'query parameter access_token' } },
    ],
    when: service,
    group: 'header',
    clause: '9.3',
    mark: 'A',
    note: {
      zh: '标准只有“服务调用”一节的题目（9.3），没有写明令牌放在哪里；按 OAuth 2.0 的常见写法假定为 Bearer。',
      en: 'The standard has no more than the title of 9.3 and not where the token travels; Bearer is assumed, as OAuth 2.0 has it.',
    },
  },
  {
    name: 'digest',
    title: { zh: '报文头签名', en: 'Signature of the header' },
    values: [
      { value: 'SM3', title: { zh: 'SM3，按参数名排序', en: 'SM3 of the sorted header' } },
      { value: 'none', title: { zh: '不签名', en: 'none' } },
    ],
    when: service,
    group: 'signature',
    clause: '10',
    mark: 'A',
    note: {
      zh: '标准引用密码标准（第 10 章），没有写明报文头是否签名、签哪些；假定为 SM3，写法同 LD/T 6008。',
      en: 'Clause 10 refers to standards of cryptography and says neither whether nor what is signed; SM3 as in LD/T 6008 is assumed.',
    },
  },
  {
    name: 'cipher',
    title: { zh: '报文体加密', en: 'Encryption of the body' },
    values: [
      { value: 'SM4', title: { zh: 'SM4', en: 'SM4' } },
      { value: 'none', title: { zh: '不加密', en: 'none' } },
    ],
    when: service,
    group: 'encryption',
    clause: '10',
    mark: 'A',
    note: {
      zh: '第 10 章题为“加密标准”，推断报文体可加密；用 SM4 加密整个报文体是假定。',
      en: 'Clause 10 is titled encryption, hence bodies can be encrypted; SM4 over the whole body is assumed.',
    },
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
    when: { ...service, cipher: ['SM4'] },
    group: 'encryption',
    clause: '10',
    mark: 'A',
    note: {
      zh: '密钥怎样约定没有取得；16 个字符是同类平台（LD/T 6008）的写法，假定相同。',
      en: 'How keys are agreed is not at hand; 16 characters are what LD/T 6008 has and assumed here.',
    },
  },
  {
    name: 'sm4Mode',
    title: { zh: 'SM4 分组模式', en: 'SM4 block mode' },
    values: [
      { value: 'ECB', title: { zh: 'ECB', en: 'ECB' } },
      { value: 'CBC', title: { zh: 'CBC，随机初始向量在前', en: 'CBC with a random IV in front' } },
    ],
    when: { ...service, cipher: ['SM4'] },
    group: 'encryption',
    clause: '10',
    mark: 'A',
    note: {
      zh: '分组模式没有取得；ECB 是同类平台（LD/T 6008）的写法，假定相同，它会显出重复的内容。',
      en: 'The block mode is not at hand; ECB is what LD/T 6008 has and assumed here. It shows repetitions.',
    },
  },
] as const satisfies readonly Convention[];
