import type { Advice } from '../../profile/profile.ts';
import { services } from './interface-ids.ts';

const service = { interface: services };

export const advice = [
  {
    code: 'advice.assumed',
    when: {},
    severity: 'notice',
    clause: '5–10',
    mark: 'A',
    message: {
      zh: '假定：标准正文未取得，报文的写法几乎都是假定；请按对方的说明逐项核对，可在约定里改。',
      en: 'Assumed: the text of the standard is not at hand and almost all of the wire is assumed; compare it with what the other side says and change the conventions.',
    },
  },
  {
    code: 'advice.unkeyedDigest',
    when: { ...service, digest: ['SM3'] },
    severity: 'notice',
    clause: '10',
    mark: 'A',
    message: {
      zh: '这里的 SM3 没有密钥，只覆盖报文头，任何人都能重算：能发现传输差错，不能防伪造，换掉报文体也验得过。',
      en: 'SM3 has no key here and covers the header alone; anyone can recompute it: it shows damage in transit, not forgery, and an exchanged body still verifies.',
    },
  },
  {
    code: 'advice.ecb',
    when: { ...service, cipher: ['SM4'], sm4Mode: ['ECB'] },
    severity: 'notice',
    clause: '10',
    mark: 'A',
    message: {
      zh: 'ECB 模式下相同的 16 字节明文得到相同的密文，也没有完整性保护。',
      en: 'In ECB mode equal blocks of 16 bytes give equal ciphertext, and nothing protects integrity.',
    },
  },
  {
    code: 'advice.tokenInAddress',
    when: { ...service, tokenCarrier: ['query'] },
    severity: 'warning',
    clause: '9.3',
    mark: 'A',
    message: {
      zh: '令牌在地址里：代理和服务器的访问日志都会记下它。对方允许时改放 HTTP 头。',
      en: 'The token stands in the address, which proxies and servers write into their logs. Take an HTTP header where the other side allows it.',
    },
  },
] as const satisfies readonly Advice[];
