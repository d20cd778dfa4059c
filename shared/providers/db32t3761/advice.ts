import type { Advice } from '../../profile/profile.ts';

const identity = { interface: ['identity'] };

export const advice = [
  {
    code: 'advice.woundDown',
    when: {},
    severity: 'notice',
    clause: '5.2',
    mark: 'F',
    message: {
      zh: '苏康码服务已停用；同样的写法（MD5 令牌、加密的 auth 头、加密的文本报文体）在各省系统里常见。',
      en: 'The service itself was wound down; the same envelope (MD5 token, encrypted auth header, encrypted text body) recurs across provincial systems.',
    },
  },
  {
    code: 'advice.assumedAddress',
    when: { interface: ['token', 'page'] },
    severity: 'notice',
    clause: '5.2',
    mark: 'A',
    message: {
      zh: '这个接口的路径没有公开，/token、/h5 是假定；可在自己的平台描述里改。',
      en: 'The path of this interface is not public: /token and /h5 are assumed.',
    },
  },
  {
    code: 'advice.signatureScope',
    when: { interface: ['token'] },
    severity: 'notice',
    clause: '附录 A',
    mark: 'F',
    message: {
      zh: 'sign 只覆盖 appmark 与 time，不覆盖 params：换掉姓名和证件号码，签名仍然正确。请只走 HTTPS。',
      en: 'sign covers appmark and time and not params: with another name and number it is still right. Use HTTPS only.',
    },
  },
  {
    code: 'advice.tokenInAddress',
    when: { interface: ['page'] },
    severity: 'notice',
    clause: '5.2',
    mark: 'S',
    message: {
      zh: '令牌在地址里：谁有这个地址或二维码，谁就能打开页面。',
      en: 'The token stands in the address: whoever has the address or its QR code can open the page.',
    },
  },
  {
    code: 'advice.cipherInferred',
    when: identity,
    severity: 'notice',
    clause: '附录 C、D',
    mark: 'I',
    message: {
      zh: '密码算法取自公开客户端，标准只说“加密”；两者的对应是推断。',
      en: 'The cipher is that of public clients, the standard says no more than "encrypted"; that the two belong together is inferred.',
    },
  },
  {
    code: 'advice.ecb',
    when: { ...identity, mode: ['ECB'] },
    severity: 'notice',
    clause: '附录 C、D',
    mark: 'P',
    message: {
      zh: 'ECB 下相同的鉴权标识总得到相同的 auth，截获后可以重放；也没有完整性保护。',
      en: 'In ECB mode the same id always gives the same auth, which can be replayed once seen; nothing protects integrity.',
    },
  },
  {
    code: 'advice.zeroIv',
    when: { ...identity, mode: ['CBC'] },
    severity: 'notice',
    clause: '附录 C、D',
    mark: 'A',
    message: {
      zh: '初始向量全零时，开头相同的报文密文开头也相同，auth 仍可重放。',
      en: 'With an IV of zeros, messages that begin alike have ciphertexts that begin alike, and auth can still be replayed.',
    },
  },
] as const satisfies readonly Advice[];
